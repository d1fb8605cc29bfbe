using FsCheck;
using FsCheck.Fluent;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.Kernel.Sessions;

/// <summary>What holds for every session, whatever happens to it and under whatever settings.</summary>
public sealed class SessionEngineTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private sealed record Life(SessionRules Rules, SessionSettings Settings, bool Ticked, IReadOnlyList<int> Uses)
    {
        public SessionTransition SignIn(Session? before = null, int minute = 0) => SessionEngine.Next(
            before, new CredentialsAccepted(Settings, At(minute), SessionKey.Tenant, "alice", BoxOffered: true, Ticked), Rules);

        public SessionTransition Use(Session? session, int minute) =>
            SessionEngine.Next(session, new SignInAsked(Settings, At(minute)), Rules);
    }

    private static Gen<Life> Lives =>
        from profile in Gen.Elements(B2cProfile.All.ToArray())
        from days in Gen.Elements<int?>(null, 0, 1, 7)
        from type in Gen.Elements<ExpiryType?>(null, ExpiryType.Rolling, ExpiryType.Absolute)
        from seconds in Gen.Elements<int?>(0, 900, 1200, 86_400)
        from ticked in Gen.Elements(true, false)
        from gaps in Gen.Choose(0, 3000).ListOf(8)
        select new Life(new SessionRules { Readings = KnownProfiles.Readings(profile) },
            new SessionSettings(SsoScope.Tenant, days, type, seconds), ticked, [.. gaps]);

    [Test]
    public void An_absolute_session_ends_one_period_after_sign_in_however_often_it_is_used() => ForAll(life =>
    {
        if (life.Settings.Expiry != ExpiryType.Absolute) return true;
        var session = life.SignIn().Session;
        var end = session!.ExpiresAt;
        foreach (var minute in Minutes(life))
        {
            var used = life.Use(session, minute);
            if (used.Outcome == SessionOutcome.Silent != At(minute) < end || used.Session!.ExpiresAt != end) return false;
            session = used.Session;
        }

        return true;
    });

    [Test]
    public void A_rolling_session_answers_exactly_as_long_as_no_gap_is_longer_than_its_period() => ForAll(life =>
    {
        if (life.Settings.Expiry != ExpiryType.Rolling) return true;
        var kept = life.Rules.Keeps(life.Settings, offered: true, life.Ticked);
        var period = life.Rules.ServerLifetime(life.Settings, kept);
        var session = life.SignIn().Session;
        var last = 0;
        foreach (var minute in Minutes(life))
        {
            var used = life.Use(session, minute);
            if (used.Outcome == SessionOutcome.Silent != TimeSpan.FromMinutes(minute - last) < period) return false;
            if (used.Outcome != SessionOutcome.Silent) return true;
            (session, last) = (used.Session, minute);
        }

        return true;
    });

    [Test]
    public void Only_a_tick_with_days_makes_the_cookie_persistent() => ForAll(life =>
        life.SignIn().Cookie is CookieOrder.Set set
        && set.MaxAge == (life.Ticked && life.Settings.KeepAliveInDays > 0 ? life.Settings.KeepAlive : null));

    [Test]
    public void The_server_never_outlives_the_longer_of_both_settings() => ForAll(life =>
    {
        var longest = life.Settings.KeepAlive > life.Settings.Session ? life.Settings.KeepAlive : life.Settings.Session;
        return life.SignIn().Session!.ExpiresAt - Start <= longest;
    });

    [Test]
    public void Under_two_gates_a_tick_never_extends_the_session() => ForAll(life =>
        !life.Rules.Readings.BothGatesMustPass || life.SignIn().Session!.ExpiresAt == Start + life.Settings.Session);

    [Test]
    public void Silent_sign_ins_do_not_change_who_signed_in_and_when() => ForAll(life =>
    {
        var session = life.SignIn().Session;
        foreach (var minute in Minutes(life))
        {
            session = life.Use(session, minute).Session;
            if (session is not { Subject: "alice" } || session.SignedInAt != Start) return false;
        }

        return true;
    });

    [Test]
    public void Signing_in_again_forgets_everything_before() => ForAll(life =>
    {
        var again = life.SignIn(life.SignIn().Session, minute: 5);
        return again == life.SignIn(before: null, minute: 5);
    });

    [Test]
    public void After_sign_out_nothing_answers() => ForAll(life =>
    {
        var ended = SessionEngine.Next(life.SignIn().Session, new SignOutAsked(life.Settings, Start), life.Rules);
        return ended is { Session: null, Outcome: SessionOutcome.Ended, Cookie: CookieOrder.Delete }
            && life.Use(ended.Session, 0).Outcome == SessionOutcome.Prompt;
    });

    [Test]
    public void Demanded_credentials_leave_the_session_as_it_is() => ForAll(life =>
    {
        var session = life.SignIn().Session;
        var asked = SessionEngine.Next(session, new SignInAsked(life.Settings, Start, CredentialsDemanded: true), life.Rules);
        return asked.Outcome == SessionOutcome.Prompt && asked.Session == session;
    });

    [Test]
    public void Expired_sessions_are_swept_away()
    {
        var clock = new HandMovedClock();
        var store = new SessionStore(new SessionRules(), clock);
        var settings = new SessionSettings(SessionExpiryInSeconds: 900);
        for (var signIn = 0; signIn < 10_000; signIn++)
        {
            store.Begin(null,
                new CredentialsAccepted(settings, clock.GetUtcNow(), SessionKey.Tenant, "alice", BoxOffered: false, BoxTicked: false));
            clock.Move(TimeSpan.FromSeconds(10));
        }

        Assert.That(store.Count, Is.LessThan(1100));
    }

    private static void ForAll(Func<Life, bool> holds) =>
        Prop.ForAll(Lives.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static IEnumerable<int> Minutes(Life life)
    {
        var minute = 0;
        foreach (var gap in life.Uses) yield return minute += gap;
    }

    private static DateTimeOffset At(int minute) => Start.AddMinutes(minute);
}
