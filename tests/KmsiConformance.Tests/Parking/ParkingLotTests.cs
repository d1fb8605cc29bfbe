using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Parking;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Parking;

/// <summary>What is parked comes back as it was, for whoever has the key, and for one only.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class ParkingLotTests : IDisposable
{
    private const string Phrase = "a phrase of sufficient length";
    private const string Secret = "opens-a-session-of-somebody";

    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kmsi-parking-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void It_comes_back_as_it_was()
    {
        var lot = Lot();
        lot.Park(Journey());
        var back = Lot().Take(Lot().Of("shop").Single())!;
        Assert.Multiple(() =>
        {
            Assert.That(back.Steps, Is.EqualTo(Journey().Steps));
            Assert.That(back.World.Cookies, Is.EqualTo(Journey().World.Cookies));
            Assert.That(back.World.Copies.Single().Name, Is.EqualTo(new CookieName("sso")));
            Assert.That(back.World.Events, Is.EqualTo(Journey().World.Events));
            Assert.That(back.World.Apps["groceries"].Sessions["handle"].IdToken, Is.EqualTo(Secret));
            Assert.That(back.World.Profile, Is.EqualTo(new byte[] { 1, 2, 3 }));
        });
    }

    [Test]
    public void What_opens_sessions_is_not_readable_on_disk()
    {
        Lot().Park(Journey());
        var text = File.ReadAllText(Directory.GetFiles(_folder.FullName).Single());
        Assert.That(text, Does.Not.Contain(Secret).And.Contain("kept/a-scenario"));
        Assert.That(text, Does.Not.Contain(Convert.ToBase64String("opens-a-session"u8.ToArray())[..16]));
    }

    [Test]
    public void Another_key_opens_nothing_and_says_so()
    {
        Lot().Park(Journey());
        var other = new ParkingLot(_folder.FullName, ParkingKey.Of("another phrase of some length"));
        Assert.That(
            () => other.Take(other.Of("shop").Single()),
            Throws.TypeOf<ParkingException>().With.Message.Contains("another KMSI_PARKING_KEY"));
        Assert.That(other.Of("shop"), Has.Count.EqualTo(1), "it stays where it is");
    }

    [Test]
    public void A_label_that_was_changed_is_noticed()
    {
        Lot().Park(Journey());
        var path = Directory.GetFiles(_folder.FullName).Single();
        File.WriteAllText(path, File.ReadAllText(path).Replace("2026-01-19", "2026-01-18", StringComparison.Ordinal));
        Assert.That(() => Lot().Check(Lot().Of("shop").Single()), Throws.TypeOf<ParkingException>());
    }

    [Test]
    public void A_short_phrase_protects_nothing() =>
        Assert.That(() => ParkingKey.Of("secret"), Throws.TypeOf<ParkingException>().With.Message.Contains("16 at least"));

    [Test]
    public void Something_else_in_the_folder_is_said_with_its_name()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "other.parked"), "nothing");
        Assert.That(() => Lot().Of("shop"), Throws.TypeOf<ParkingException>().With.Message.Contains("other.parked"));
    }

    [Test]
    public void Each_is_taken_once_and_may_be_put_back()
    {
        var (one, other) = (Lot(), Lot());
        one.Park(Journey());
        var label = one.Of("shop").Single();
        Assert.That(one.Take(label), Is.Not.Null);
        Assert.That(other.Take(label), Is.Null);
        Assert.That(other.ForgetAbandoned("shop"), Is.Empty, "whoever has it is alive");
        one.PutBack(label);
        Assert.That(other.Take(label), Is.Not.Null);
        other.Finish(label);
        Assert.That(Directory.GetFiles(_folder.FullName), Is.Empty);
    }

    [Test]
    public void What_a_killed_run_had_taken_is_given_up()
    {
        Lot().Park(Journey());
        var label = Lot().Of("shop").Single();
        var path = Directory.GetFiles(_folder.FullName).Single();
        File.Move(path, path + ".taken");
        Assert.That(Lot().Of("shop"), Is.Empty);
        Assert.That(Lot().ForgetAbandoned("elsewhere"), Is.Empty);
        Assert.That(Lot().ForgetAbandoned("shop"), Is.EqualTo(new[] { label }));
        Assert.That(Directory.GetFiles(_folder.FullName), Is.Empty);
    }

    private ParkingLot Lot() => new(_folder.FullName, ParkingKey.Of(Phrase));

    private static ParkedJourney Journey()
    {
        var cookie = new StoredCookie("sid", Secret, "login.localhost", "/", Now.AddDays(14), true, true, "Lax");
        return new ParkedJourney(
            new ParkedLabel("kept/a-scenario", "shop", "oidc", "chromium", Now, Now.AddDays(14)),
            [new StepRecord { Text = "wait 14 days", Verdict = Verdict.Passed, At = Now, DurationMs = 5, Line = 7 }],
            ["sign in", "wait 14 days", "open"],
            "session 20 minutes",
            new WorldState(
                Now, null,
                [
                    new StepStarted("sign in") { Sequence = 1, Step = 1, At = Now },
                    new BrowserStopped("parked") { Sequence = 2, Step = 1, At = Now },
                ],
                [cookie, cookie with { Name = "other", ExpiresAt = null }],
                [new CopiedCookies(new CookieName("sso"), [cookie])],
                new Dictionary<string, AppState>(StringComparer.Ordinal)
                {
                    ["groceries"] = new(
                        new Dictionary<string, AppSessionState>(StringComparer.Ordinal)
                        {
                            ["handle"] = new("alice", Secret, Now, null, new Dictionary<string, string>(StringComparer.Ordinal)),
                        },
                        Secret, null, []),
                },
                [1, 2, 3]));
    }
}
