using System.Globalization;
using System.Text.RegularExpressions;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Cookies;
using KmsiConformance.Tests.Browsers;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies.Differential;

/// <summary>The simulated browser and a real Chromium on the same tours: they send the same cookies back.</summary>
[TestFixture]
[Category("Browser")]
internal sealed partial class DifferentialTests
{
    private const int OddTours = 50;
    private const int OrdinaryTours = 25;
    private const int HeadersPerStop = 20;

    // Another seed makes other headers: for looking further than every build does.
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("KMSI_DIFFERENTIAL_SEED"),
        CultureInfo.InvariantCulture, out var seed) ? seed : 6265;
    private static readonly string[] Paths = ["/", "/a", "/a/", "/a/b", "/a/b/c", "/ab", "/A", "/a/bc"];

    [Nightly]
    [TestCase("firefox")]
    public Task Thousands_of_headers_come_back_as_from_another(string browser) =>
        Thousands_of_headers_come_back_from_the_simulation_as_from(browser);

    [TestCase("chromium")]
    public async Task Thousands_of_headers_come_back_from_the_simulation_as_from(string browser)
    {
        var known = KnownDifferences.Of(browser);
        var tours = Enumerable.Range(1, OddTours + OrdinaryTours).Select(Tour).ToList();
        await using var trip = new Trip(tours);
        var kind = browser == "chromium" ? AnyBrowser.HeadlessShell : browser;
        var allowed = new BrowserConditions { ThirdPartyCookies = ThirdPartyCookies.Allowed };
        await using (var traveller = await AnyBrowser.NewAsync(kind, allowed)) await trip.TravelAsync(traveller);
        var launch = new SimulatedLaunch(TimeProvider.System) { Cookies = known.Policy };
        await using (var simulated = new SimulatedBrowser(launch, _ => { })) await trip.TravelAsync(simulated);

        var unexplained = new List<string>();
        var seen = new HashSet<KnownDifference>();
        foreach (var tour in tours)
        {
            var set = tour.Stops.SelectMany(stop => stop.SetCookies.Select(header => (stop.Host, Header: header)))
                .ToDictionary(one => Mark(one.Header), one => one);
            // One odd header without a name changes what becomes of all the others without one.
            var blurred = set.Values.Any(one => KnownDifferences.IsNameless(one.Header) && known.Concern(one.Header));
            bool IsExplained(string header) => known.Concern(header) || (blurred && KnownDifferences.IsNameless(header));
            List<string> ToBeEqual(string? sent) =>
                [.. Cookies(sent).Where(cookie => !IsExplained(set[Mark(cookie)].Header))];

            for (var stop = 0; stop < tour.Stops.Count; stop++)
            {
                var ofOne = Cookies(trip.Sent(tour, browser, stop)).ToHashSet(StringComparer.Ordinal);
                ofOne.SymmetricExceptWith(Cookies(trip.Sent(tour, "simulated", stop)));
                foreach (var mark in ofOne.Select(Mark)) seen.UnionWith(known.All.Where(one => one.Concerns(set[mark].Header)));

                var (real, simulated) = (ToBeEqual(trip.Sent(tour, browser, stop)), ToBeEqual(trip.Sent(tour, "simulated", stop)));
                if (real.SequenceEqual(simulated, StringComparer.Ordinal)) continue;
                var odd = real.ToHashSet(StringComparer.Ordinal);
                odd.SymmetricExceptWith(simulated);
                unexplained.Add(
                    $"tour {tour.Number}, stop {stop} at {tour.Stops[stop].Host}{tour.Stops[stop].Path}\n"
                    + $"  {browser,-10} {Short(real)}\n  simulated: {Short(simulated)}\n"
                    + string.Concat(odd.Select(Mark).Select(mark => $"  set by {set[mark].Host}: {Short([set[mark].Header])}\n")));
            }
        }

        TestContext.Out.WriteLine(
            $"{tours.Sum(tour => tour.Stops.Sum(stop => stop.SetCookies.Count))} headers, {tours.Sum(tour => tour.Stops.Count)} addresses");
        Assert.That(known.All.Except(seen).Select(one => one.Reason), Is.Empty, "listed, but does not occur");
        if (unexplained.Count > 0)
            Assert.Fail($"{unexplained.Count} differences that are not explained:\n{string.Join('\n', unexplained.Take(12))}");
    }

    private static IReadOnlyList<string> Cookies(string? sent) => (sent ?? "").Split("; ", StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The mark in a header or in the cookie made of it; a cookie without one is told by its text.</summary>
    private static string Mark(string text) => MarkForm().Match(text) is { Success: true } match ? match.Value : text;

    private static string Short(IEnumerable<string> cookies) =>
        LongForm().Replace(string.Join("; ", cookies), match => $"{match.Value[0]}*{match.Length}");

    // Cookies are set at three stops; those and others after them show what came of it.
    private static RedirectTour Tour(int number)
    {
        var random = new Random(Seed + number);
        var text = new CookieText(random, number, DateTimeOffset.UnixEpoch.AddDays(20700));
        string[] hosts = [$"c{number}.localhost", $"x.c{number}.localhost", $"y.x.c{number}.localhost"];
        var headers = 0;
        Stop At(string host, string path, int count) => new(
            host, path, Secure: true,
            [.. Enumerable.Range(0, count).Select(_ => number > OddTours ? text.Ordinary(++headers) : text.Odd(++headers))]);
        return new RedirectTour(number,
        [
            .. Enumerable.Range(0, 3).Select(_ => At(hosts[random.Next(3)], Paths[random.Next(Paths.Length)], HeadersPerStop)),
            .. hosts.Select(host => At(host, "/a/b/c", 0)),
            At(hosts[random.Next(3)], Paths[random.Next(Paths.Length)], 0),
            At($"d{number}.localhost", "/a/b", 0),
        ]);
    }

    [GeneratedRegex("~[0-9]+~", RegexOptions.None, 1000)]
    private static partial Regex MarkForm();

    [GeneratedRegex(@"(?<c>.)\k<c>{40,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LongForm();
}
