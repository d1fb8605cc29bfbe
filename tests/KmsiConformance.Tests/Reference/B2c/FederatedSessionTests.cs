using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Sessions;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>The session engine and accounts that an identity provider vouches for; pure, without HTTP.</summary>
internal sealed class FederatedSessionTests
{
    private const string Contoso = "Contoso-OpenIdConnect";

    private static readonly DateTimeOffset Start = new(2020, 12, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly SessionRules Rules = new();
    private static readonly SessionSettings Settings = new(KeepAliveInDays: 7, SessionExpiryType: ExpiryType.Rolling,
        SessionExpiryInSeconds: 1200);

    private static Session Begun => SessionEngine.Next(
        null, new CredentialsAccepted(Settings, Start, SessionKey.Tenant, "alice", BoxOffered: true, BoxTicked: true)
        {
            Provider = Contoso,
        }, Rules).Session!;

    [Test]
    public void A_tick_keeps_no_federated_session() =>
        Assert.That((Begun.Kept, Begun.ExpiresAt), Is.EqualTo((false, Start.AddSeconds(1200))));

    [TestCase(ProviderMemory.Choice, SessionOutcome.ProviderNeeded, Contoso)]
    [TestCase(ProviderMemory.Answer, SessionOutcome.Silent, null)]
    [TestCase(ProviderMemory.Nothing, SessionOutcome.Prompt, null)]
    public void What_is_remembered_decides_who_is_asked(ProviderMemory memory, SessionOutcome outcome, string? asked)
    {
        var transition = SessionEngine.Next(Begun, Asked(memory), Rules);
        Assert.That((transition.Outcome, transition.ProviderToAsk), Is.EqualTo((outcome, asked)));
    }

    [Test]
    public void A_provider_that_the_policy_does_not_offer_cannot_vouch() =>
        Assert.That(SessionEngine.Next(Begun, new SignInAsked(Settings, Start.AddMinutes(5)), Rules).Outcome,
            Is.EqualTo(SessionOutcome.Prompt));

    [Test]
    public void A_question_is_no_use_and_the_answer_is()
    {
        var asked = SessionEngine.Next(Begun, Asked(ProviderMemory.Choice), Rules);
        var answered = SessionEngine.Next(asked.Session,
            new SignInResumed(Asked(ProviderMemory.Choice), "alice") { AtProvider = new SessionAtProvider("a", "2") }, Rules);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Session!.ExpiresAt, Is.EqualTo(Start.AddSeconds(1200)));
            Assert.That(answered.Outcome, Is.EqualTo(SessionOutcome.Silent));
            Assert.That(answered.Session!.ExpiresAt, Is.EqualTo(Start.AddMinutes(5).AddSeconds(1200)));
            Assert.That(answered.Session.AtProvider, Is.EqualTo(new SessionAtProvider("a", "2")));
        }
    }

    [Test]
    public void An_answer_for_somebody_else_is_not_the_sessions() =>
        Assert.That(SessionEngine.Next(Begun, new SignInResumed(Asked(ProviderMemory.Choice), "bob"), Rules).Outcome,
            Is.EqualTo(SessionOutcome.Prompt));

    [Test]
    public void An_answer_after_the_session_ended_comes_too_late() => Assert.That(
        SessionEngine.Next(Begun, new SignInResumed(new SignInAsked(Settings, Start.AddSeconds(1200)), "alice"), Rules).Outcome,
        Is.EqualTo(SessionOutcome.Prompt));

    [Test]
    public void A_local_account_asks_nobody()
    {
        var local = SessionEngine.Next(null,
            new CredentialsAccepted(Settings, Start, SessionKey.Tenant, "alice", BoxOffered: true, BoxTicked: false), Rules).Session;
        Assert.That(SessionEngine.Next(local, Asked(ProviderMemory.Choice), Rules).Outcome, Is.EqualTo(SessionOutcome.Silent));
    }

    private static SignInAsked Asked(ProviderMemory memory) => new(Settings, Start.AddMinutes(5))
    {
        Providers = new Dictionary<string, ProviderMemory> { [Contoso] = memory },
    };
}
