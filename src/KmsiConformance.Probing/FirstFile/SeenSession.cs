using System.Globalization;
using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Probing.FirstFile;

/// <summary>What two sign-ins showed, one with the box ticked and one without. Of what is promised it is no more than a hint.</summary>
/// <param name="OffersBox">Whether the sign-in page has the box.</param>
/// <param name="Unkept">How long a cookie lasts that the sign-in without a tick set; null for session cookies alone.</param>
/// <param name="Kept">The same with a tick; null where there is no box.</param>
/// <param name="Notes">What was seen, in sentences without a full stop.</param>
public sealed record SeenSession(bool OffersBox, TimeSpan? Unkept, TimeSpan? Kept, IReadOnlyList<string> Notes)
{
    /// <summary>Where the sign-in page was; null where none was seen.</summary>
    public Uri? AskedAt { get; private init; }

    /// <summary>Where the browser was after the sign-in; null where nobody was let in.</summary>
    public Uri? EndedAt { get; private init; }

    /// <summary>Whether the recipe saw on the protected page of a site that somebody is signed in.</summary>
    public bool IsRecognised { get; private init; }

    /// <summary>
    /// Names of cookies by the role that they seem to have, where the recipe knows none of those that a sign-in set; empty where it does.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Cookies { get; private init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Why nobody was let in; null where somebody was.</summary>
    public string? Problem { get; private init; }

    /// <summary>Signs the first user in, in a fresh browser each time. What cannot be done there is a note.</summary>
    /// <param name="file">A first file, without anything seen.</param>
    public static async Task<SeenSession> LookAsync(TargetFile file, IWorldFactory worlds, CancellationToken cancellation)
    {
        var without = await SignInAsync(file, worlds, tick: false, cancellation);
        var with = without is { OffersBox: true, Problem: null } ? await SignInAsync(file, worlds, tick: true, cancellation) : null;
        return new SeenSession(
            without.OffersBox, without.Longest, with?.Longest, [.. without.Notes("without"), .. with?.Notes("with") ?? []])
        {
            AskedAt = without.AskedAt, EndedAt = without.EndedAt, IsRecognised = without.IsRecognised,
            Cookies = Likely(without.Cookies, with?.Cookies ?? []),
            Problem = without.Problem ?? with?.Problem,
        };
    }

    // What scripts may read is rarely what a server goes by; where nothing is kept from them, all of it may be.
    private static Dictionary<string, IReadOnlyList<string>> Likely(IReadOnlyList<CookieChanged> without, IReadOnlyList<CookieChanged> with)
    {
        var likely = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (without.Concat(with).Any(cookie => cookie.Role == CookieRoles.Session)) return likely;
        var session = Names(without);
        var kept = Names([.. with.Where(cookie => cookie.Role is null && !without.Any(other => other.Name == cookie.Name))]);
        if (session.Count > 0) likely[CookieRoles.Session] = session;
        if (kept.Count > 0) likely[session.Count > 0 ? CookieRoles.Kept : CookieRoles.Session] = kept;
        return likely;
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<CookieChanged> cookies) =>
        [.. (cookies.Any(cookie => cookie.HttpOnly) ? cookies.Where(cookie => cookie.HttpOnly) : cookies)
            .Select(cookie => cookie.Name).Distinct(StringComparer.Ordinal)];

    private static async Task<SeenSignIn> SignInAsync(TargetFile file, IWorldFactory worlds, bool tick, CancellationToken cancellation)
    {
        var app = file.Apps.Keys.First();
        var scenario = new Scenario(
            "probe", file.Path, "What a sign-in sets", [], [file.Profile], PolicyRequest.Default,
            new Dictionary<string, AppRequest>(StringComparer.Ordinal)
            {
                [app] = AppRequest.Default with { Kind = file.Apps[app].Kind, ResponseMode = file.Apps[app].ResponseModes[0] },
            },
            RealTime: false, []);
        await using var world = await worlds.CreateAsync(scenario, _ => { }, cancellation);
        var page = await world.OpenAppAsync(app, new AppVisit(), cancellation);
        if (page.Kind != PageKinds.Credentials)
            return SeenSignIn.Failed($"{app} was led to the page “{page.Title}” ({page.Message ?? page.Kind}) and not to a sign-in page");

        // What the page set before anybody signed in is none of the session's.
        await world.Cookies.LookAsync(world.Browser, cancellation);
        var before = world.Ledger.Count;
        var offers = page.KeepMeSignedIn == true;
        var entry = new SignInEntry(world.Target.User(file.Users.Keys.First()), offers ? tick : null);
        PageShown after;
        try
        {
            after = await world.SignInAsync(entry, cancellation) ?? page;
        }
        catch (SignInWithheldException withheld)
        {
            return SeenSignIn.Failed(Trouble.Said(withheld)) with { OffersBox = offers };
        }
        catch (ControlMissingException missing)
        {
            return SeenSignIn.Failed($"the sign-in page cannot be filled in: it has no {missing.Control.What}") with { OffersBox = offers };
        }

        await world.Cookies.LookAsync(world.Browser, cancellation);
        if (after.Kind == PageKinds.Credentials)
            return SeenSignIn.Failed(
                $"{entry.User.UserName} was not let in, the sign-in page came again ({after.Message ?? "without a message"})") with
            {
                OffersBox = offers,
            };
        if (world.Ledger.Since(before).OfType<AppRejectedTokens>().LastOrDefault() is { } refused)
            return SeenSignIn.Failed($"{app} cannot accept what it got: {refused.Reason}") with { OffersBox = offers };
        var protects = world.Ledger.Since(before).OfType<PageShown>().Any(shown => shown.Kind == PageKinds.Protected);
        return new SeenSignIn(
            offers,
            [.. world.Ledger.Since(before).OfType<CookieChanged>()
                .Where(cookie => cookie.Site == KnownSites.Login && cookie.Change != "gone")],
            world.Start, null)
        {
            AskedAt = new Uri(page.Url), EndedAt = new Uri(after.Url), IsRecognised = protects,
        };
    }

    private sealed record SeenSignIn(bool OffersBox, IReadOnlyList<CookieChanged> Cookies, DateTimeOffset Begun, string? Problem)
    {
        public Uri? AskedAt { get; init; }

        public Uri? EndedAt { get; init; }

        public bool IsRecognised { get; init; }

        public TimeSpan? Longest => Cookies.Where(cookie => cookie.ExpiresAt is not null).Select(cookie => cookie.ExpiresAt - Begun).Max();

        public static SeenSignIn Failed(string problem) => new(false, [], default, problem);

        public IEnumerable<string> Notes(string box)
        {
            if (Problem is not null) yield return Problem;
            foreach (var cookie in Cookies)
                yield return $"{(OffersBox ? $"{box} the box ticked, " : "")}the cookie {cookie.Name} "
                    + (cookie.ExpiresAt is { } until
                        ? string.Create(CultureInfo.InvariantCulture, $"lasts {(until - Begun).TotalHours:0.#} hours")
                        : "lasts as long as the browser runs");
        }
    }
}
