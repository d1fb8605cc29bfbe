using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>Identity providers: who is asked, who is believed, and what they are told.</summary>
public class FederationRules : RuleTopic
{
    /// <summary>Whether <c>domain_hint</c> leads straight to the provider of that domain.</summary>
    public virtual bool FollowsDomainHint => true;

    /// <summary>Whether a provider's error, or the user's no, reaches the application (AADB2C90273).</summary>
    public virtual bool PassesProviderFailureOn => true;

    /// <summary>Whether a discovery document that says that it lives elsewhere is looked for there: never.</summary>
    public virtual bool FollowsDocumentsElsewhere => false;

    /// <summary>How long a document of a provider is waited for: as long as for any other answer. Of real time.</summary>
    public virtual TimeSpan WaitsForDocuments(TimeSpan patience) => patience;

    /// <summary>Whether only what the provider signed with a key of its metadata is believed.</summary>
    public virtual bool VerifiesProviderSignatures => true;

    /// <summary>Whether an ID token of a provider must answer the very request that asked for it, by its nonce (Core, 3.1.3.7).</summary>
    public virtual bool ComparesNonces => true;

    /// <summary>
    /// Whether a provider's answer is taken only from the browser that was sent there: what somebody else began is completed by nobody
    /// (RFC 6749, 10.12).
    /// </summary>
    public virtual bool BindsAnswersToTheBrowser => true;

    /// <summary>By what the account of somebody is found whom a provider vouches for: its issuer and subject (Core, 5.7).</summary>
    /// <param name="email">The address that the provider tells; null for none.</param>
    public virtual string AccountOf(string issuer, string subject, string? email) => $"{issuer}\n{subject}";

    /// <summary>
    /// Whether a living session goes on naming its own user, whomever the provider vouches for now: never. What counts is the fresh
    /// token that it asked for.
    /// </summary>
    public virtual bool SessionOutweighsProvider => false;

    /// <summary>
    /// Whether a session ends when its provider does not vouch for the user anew, because the user said no there or could not be
    /// asked: never, for neither session's end ends the other.
    /// </summary>
    public virtual bool UnansweredQuestionEndsSession => false;

    /// <summary>By how much the times in what a provider signs may be off: clocks are, by a few minutes (RFC 7519, 4.1.4).</summary>
    public virtual TimeSpan Leeway => TimeSpan.FromMinutes(5);

    /// <summary>Whether a provider is the one that vouched for the user of a session .</summary>
    /// <param name="vouched">The technical profile that did.</param>
    public virtual bool IsOfTheSession(FederatedChoice provider, string vouched) => provider.TechnicalProfile == vouched;

    /// <summary>Whether a sign-out is passed on to the provider at all; SingleLogoutEnabled switches it off .</summary>
    public virtual bool TellsProvider(FederatedChoice provider) => provider.PassesSignOutOn;

    /// <summary>Where a provider that names no sign-out is told of one all the same: nowhere .</summary>
    public virtual string? SignOutAddressWithout(FederatedChoice provider) => null;

    /// <summary>Whether the sign-out waits for the provider, and fails when it fails: it is an attempt, and no more .</summary>
    public virtual bool SignOutNeedsTheProvider => false;

    /// <summary>Whether the provider must make the user type credentials: only if the application's request does (N-04).</summary>
    public virtual bool DemandsCredentialsAtProvider(bool demandedByApplication) => demandedByApplication;

    /// <summary>
    /// How long the provider is asked to keep its own session; null asks for nothing: its session is its own affair
    ///
    /// </summary>
    public virtual TimeSpan? SessionWantedAtProvider(SessionSettings settings) => null;
}
