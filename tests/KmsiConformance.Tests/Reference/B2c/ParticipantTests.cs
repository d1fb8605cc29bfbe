using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>Which applications a session remembers, and under which name they know it.</summary>
public sealed class ParticipantTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly SessionSettings Settings = new(SessionExpiryInSeconds: 1200);
    private static readonly SessionRules Rules = new();

    [Test]
    public void Every_sign_in_is_remembered_once_in_order()
    {
        var session = SignIn(null, 0, "groceries");
        session = Use(session, 1, "pharmacy");
        session = Use(session, 2, "groceries");
        session = Use(session, 3, "bakery");
        Assert.That(Apps(session), Is.EqualTo(new[] { "groceries", "pharmacy", "bakery" }));
    }

    [Test]
    public void A_request_that_leads_to_a_prompt_is_not_remembered()
    {
        var session = SessionEngine.Next(SignIn(null, 0, "groceries"), Asked(1, "pharmacy") with { CredentialsDemanded = true },
            Rules).Session!;
        Assert.That(Apps(session), Is.EqualTo(new[] { "groceries" }));
    }

    [Test]
    public void The_same_user_asked_again_keeps_the_apps_and_the_name()
    {
        var before = Use(SignIn(null, 0, "groceries"), 1, "pharmacy");
        var after = SignIn(before, 2, "bakery", sid: "second");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Apps(after), Is.EqualTo(new[] { "groceries", "pharmacy", "bakery" }));
            Assert.That(after.Sid, Is.EqualTo("first"));
        }
    }

    [TestCase("bob", 1)]
    [TestCase("alice", 30)]
    public void Another_user_or_an_expired_session_starts_afresh(string user, int minute)
    {
        var after = SignIn(SignIn(null, 0, "groceries"), minute, "bakery", user, "second");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Apps(after), Is.EqualTo(new[] { "bakery" }));
            Assert.That(after.Sid, Is.EqualTo("second"));
        }
    }

    [Test]
    public void A_sign_out_hands_over_the_session_that_there_was()
    {
        var ended = SessionEngine.Next(SignIn(null, 0, "groceries"), new SignOutAsked(Settings, Start), Rules);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ended.Session, Is.Null);
            Assert.That(Apps(ended.SignedOut!), Is.EqualTo(new[] { "groceries" }));
        }
    }

    [Test]
    public void No_two_sessions_have_the_same_name_and_it_is_no_handle()
    {
        var store = new SessionStore(Rules, TimeProvider.System);
        var begun = Enumerable.Range(0, 50).Select(_ => store.Begin(null, Accepted(0, "groceries", "alice", ""))).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(begun.Select(b => b.Transition.Session!.Sid).Distinct().Count(), Is.EqualTo(50));
            Assert.That(begun.Select(b => b.Transition.Session!.Sid), Has.All.Length.EqualTo(22));
            Assert.That(begun.Exists(b => store.Find(SessionKey.Tenant, b.Transition.Session!.Sid) is not null), Is.False);
        }
    }

    private static Session SignIn(Session? before, int minute, string app, string user = "alice", string sid = "first") =>
        SessionEngine.Next(before, Accepted(minute, app, user, sid), Rules).Session!;

    private static Session Use(Session session, int minute, string app) => SessionEngine.Next(session, Asked(minute, app), Rules).Session!;

    private static SignInAsked Asked(int minute, string app) => new(Settings, Start.AddMinutes(minute)) { By = new Participant(app) };

    private static CredentialsAccepted Accepted(int minute, string app, string user, string sid) =>
        new(Settings, Start.AddMinutes(minute), SessionKey.Tenant, user, BoxOffered: false, BoxTicked: false)
        {
            By = new Participant(app), Sid = sid,
        };

    private static IEnumerable<string> Apps(Session session) => session.Participants.Select(participant => participant.ClientId);
}
