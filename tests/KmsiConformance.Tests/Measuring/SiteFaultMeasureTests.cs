using System.Collections.Concurrent;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Measuring;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Measuring;

/// <summary>
/// What is wrong with the lives of a site's sessions is another number, or another answer, than at the same site without it: a table of
/// each fault of lifetime, and of each of keeping people signed in, that acts on sites.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SiteFaultMeasureTests
{
    private const string With = "with the box";
    private const string Without = "without the box";

    private static readonly PolicyRequest Absolute = PolicyRequest.Default with
    {
        Session = TimeSpan.FromHours(1), KeepAliveInDays = 7, Expiry = "absolute",
    };

    private static readonly PolicyRequest Rolling = Absolute with { Expiry = "rolling" };

    private static readonly Dictionary<string, PolicyRequest> Sites = new(StringComparer.Ordinal)
    {
        ["absolute"] = Absolute,
        ["rolling"] = Rolling,
        ["limited"] = Rolling with { Maximum = TimeSpan.FromHours(10), KeepAliveMaximum = TimeSpan.FromDays(20) },
        ["box hidden"] = Absolute with { OffersKeepMeSignedIn = false },
        ["keeps nobody"] = Absolute with { KeepAliveInDays = null },
    };

    // Where a sign-in leaves nothing of the one before: measuring begins each with a browser that holds no cookies.
    private static readonly Dictionary<string, string> Unseen = new(StringComparer.Ordinal)
    {
        ["sign-in-again-keeps-the-old-period"] = "nobody signs in again in a session that is alive",
        ["remembers-the-tick"] = "no browser signs in twice without losing its cookies between",
    };

    private static readonly ConcurrentDictionary<string, Lazy<Task<Measurement>>> Sound = new(StringComparer.Ordinal);

    [TestCase("rolling", "never-extends-sessions", $"use extends a session {Without}: yes → no")]
    [TestCase("rolling", "never-extends-kept-sessions", $"use extends a session {With}: yes → no")]
    [TestCase("absolute", "always-extends-sessions", $"use extends a session {Without}: no → yes")]
    [TestCase("absolute", "always-extends-kept-sessions", $"use extends a session {With}: no → yes")]
    [TestCase("rolling", "leaves-cookie-of-rolling-session", "cookie __Host-session is renewed: at every visit → ")]
    [TestCase("rolling", "rolls-only-in-the-second-half", $"use extends a session {Without} from: ")]
    [TestCase("absolute", "expires-sessions-early", $"an unused session {Without}: ")]
    [TestCase("absolute", "expires-sessions-late", $"an unused session {Without}: ")]
    [TestCase("absolute", "expires-kept-sessions-early", $"an unused session {With}: ")]
    [TestCase("absolute", "expires-kept-sessions-late", $"an unused session {With}: ")]
    [TestCase("absolute", "refuses-kept-sessions-after-a-third", $"an unused session {With}: ")]
    [TestCase("absolute", "never-expires-on-the-server", $"an unused session {Without}: ")]
    [TestCase("limited", "extends-sessions-for-ever", $"a session {Without} in use: ")]
    [TestCase("limited", "extends-kept-sessions-for-ever", $"a session {With} in use: ")]
    [TestCase("limited", "limits-kept-sessions-like-others", $"a session {With} in use: ")]
    [TestCase("absolute", "persists-without-tick", $"restart quit {Without}: asked → signed-in")]
    [TestCase("absolute", "forgets-ticked-box", $"restart quit {With}: signed-in → asked")]
    [TestCase("absolute", "keeps-on-the-server-only", $"restart quit {With}: signed-in → asked")]
    [TestCase("absolute", "keeps-twice-as-long", $"an unused session {With}: ")]
    [TestCase("absolute", "cookie-outlives-kept-session", "cookie __Host-session promises: 7 d → 14 d")]
    [TestCase("absolute", "lets-the-session-end-keep-alive", $"an unused session {With}: ")]
    [TestCase("keeps nobody", "keeps-when-switched-off", $"restart quit {With}: asked → signed-in")]
    [TestCase("box hidden", "offers-box-unasked", "box: no → yes")]
    [TestCase("absolute", "hides-box", "box: yes → no")]
    public async Task Each_fault_is_another_number_or_another_answer(string site, string fault, string change)
    {
        var changes = MeasuredChanges.Of(await SoundAsync(site), await MeasureRun.OfReferenceAsync("web", fault, Sites[site]));
        TestContext.Out.WriteLine(string.Join('\n', changes));
        Assert.That(changes, Has.Some.StartsWith(change));
    }

    [TestCaseSource(nameof(Unseen))]
    public async Task What_needs_the_session_before_is_not_seen(KeyValuePair<string, string> unseen)
    {
        var measured = await MeasureRun.OfReferenceAsync("web", unseen.Key, Rolling);
        Assert.That(MeasuredChanges.Of(await SoundAsync("rolling"), measured), Is.Empty, unseen.Value);
    }

    [Test]
    public void No_fault_of_how_long_sessions_live_is_left_out() => Assert.That(
        typeof(SiteFaultMeasureTests).GetMethod(nameof(Each_fault_is_another_number_or_another_answer))!
            .GetCustomAttributes(typeof(TestCaseAttribute), inherit: false).Cast<TestCaseAttribute>()
            .Select(row => (string)row.Arguments[1]!).Concat(Unseen.Keys),
        Is.EquivalentTo(FaultList.All.Where(fault => IsOfLives(fault) && fault.ActsUnder(KnownProfiles.Readings("web")))
            .Select(fault => fault.Name)));

    private static bool IsOfLives(Fault fault) => typeof(Fault).Assembly.GetTypes().Any(type =>
        type.Name == string.Concat(fault.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))
        && type.Namespace is "KmsiConformance.Reference.Faults.Lifetime" or "KmsiConformance.Reference.Faults.KeepMeSignedIn");

    private static Task<Measurement> SoundAsync(string site) => Sound.GetOrAdd(
        site, _ => new Lazy<Task<Measurement>>(() => MeasureRun.OfReferenceAsync("web", null, Sites[site]))).Value;
}
