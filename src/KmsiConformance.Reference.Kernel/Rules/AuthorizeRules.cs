using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Authorize;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>How the parameters of a sign-in request are heeded, and what goes back with its answer.</summary>
public class AuthorizeRules : RuleTopic
{
    /// <summary>Whether answers may go to an address: one that is registered for the application, letter by letter (N-46).</summary>
    public virtual bool IsRegistered(AppRegistration app, string redirectUri) =>
        app.RedirectUris.Contains(redirectUri, StringComparer.Ordinal);

    /// <summary>Whether an error is told to an address that is not registered: never, it is shown on a page (N-46).</summary>
    public virtual bool TellsStrangersOfErrors => false;

    /// <summary>
    /// Whether the request demands credentials even though there is a session (N-04; select_account did so on B2C,
    /// P-21).
    /// </summary>
    public virtual bool DemandsCredentials(IReadOnlyCollection<string> prompt) =>
        prompt.Contains("login", StringComparer.Ordinal) || prompt.Contains("select_account", StringComparer.Ordinal);

    /// <summary>Whether a SAML application that asks for a new sign-in (ForceAuthn) gets one (N-91), by either binding (N-110).</summary>
    public virtual bool HeedsForceAuthn(bool isPosted) => true;

    /// <summary>Whether a SAML application may forbid that the user is asked (IsPassive, N-90), by either binding (N-110).</summary>
    public virtual bool HeedsIsPassive(bool isPosted) => true;

    /// <summary>Whether SAML applications have to sign their requests; the metadata says so (N-115).</summary>
    public virtual bool WantsSignedRequests => true;

    /// <summary>Whether a request without a signature is taken although they have to: never (N-115).</summary>
    public virtual bool OverlooksMissingSignatures(bool isPosted) => false;

    /// <summary>Whether it is seen to it that a request is as it was signed (N-114), and by whom (N-115).</summary>
    public virtual bool VerifiesRequests(bool isPosted) => true;

    /// <summary>Whether an assertion may go to an address: the one of the application's metadata (N-113).</summary>
    public virtual bool IsConsumer(string registered, string wanted) => wanted == registered;

    /// <summary>Whether RelayState comes back with a refusal as it does with an assertion (N-112).</summary>
    public virtual bool RefusalsKeepRelayState => true;

    /// <summary>Whether a SAML refusal says inside its topmost status what it was, and not in its place (N-111).</summary>
    public virtual bool NestsStatus => true;

    /// <summary>Whether a SAML application is told that the user would have to be asked (N-116).</summary>
    public virtual bool SaysNoPassive => true;

    /// <summary>Whether a request that allows no page passes over consent that is due: never (N-01).</summary>
    public virtual bool SilencePassesOverConsent => false;

    /// <summary>Whether the user is asked which account to go on with, although a session could answer (N-05).</summary>
    public virtual bool OffersChoice(IReadOnlyCollection<string> prompt) => prompt.Contains("select_account", StringComparer.Ordinal);

    /// <summary>
    /// Whether somebody who chose another account, and signed in to it, goes on in the session that was there: never, theirs begins
    /// (N-15, N-42).
    /// </summary>
    public virtual bool AnotherAccountSharesTheSession => false;

    /// <summary>Whether no page may be shown (N-01).</summary>
    public virtual bool ForbidsPages(IReadOnlyCollection<string> prompt) => prompt.Contains("none", StringComparer.Ordinal);

    /// <summary>Whether prompt=none may come with another value: never (N-02).</summary>
    public virtual bool NoneMayHaveCompany => false;

    /// <summary>Whether the user is asked for consent, although there was nothing to consent to (N-05).</summary>
    /// <param name="known">Whether a session could answer.</param>
    public virtual bool AsksForConsent(IReadOnlyCollection<string> prompt, bool known) =>
        prompt.Contains("consent", StringComparer.Ordinal);

    /// <summary>Whether what the user answered is taken for consent: a yes alone (N-68).</summary>
    public virtual bool TakesForConsent(bool accepted) => accepted;

    /// <summary>Whether the application hears of it that the user refused consent (N-68).</summary>
    public virtual bool TellsOfRefusedConsent => true;

    /// <summary>Whether max_age counts, where nobody may be asked as well (N-06).</summary>
    public virtual bool HeedsMaxAge(IReadOnlyCollection<string> prompt) => true;

    /// <summary>Whether an id_token_hint is honoured: tokens for that user and for nobody else (N-08).</summary>
    public virtual bool HeedsIdTokenHint => true;

    /// <summary>Whether it is also honoured when somebody has typed a password: whoever that is (N-08).</summary>
    public virtual bool HeedsIdTokenHintOnPages => true;

    /// <summary>Whether sign-in requests are taken by POST as well as by GET (N-44).</summary>
    public virtual bool TakesPostedRequests => true;

    /// <summary>
    /// Which of the ways of signing in that were wished for the user has satisfied: none, there is the password alone (N-41).
    /// </summary>
    public virtual string? Satisfied(IReadOnlyCollection<string> acrValues) => null;

    /// <summary>Whether a login_hint signs in the user whom it names: never, it only says whom to ask for (D-12).</summary>
    public virtual bool LoginHintSignsIn => false;

    /// <summary>Whether a way of signing in that the service does not have is refused: never, it is only wished for (N-16).</summary>
    public virtual bool RefusesAcrValues => false;

    /// <summary>The state that goes back to the application: the one that it sent (N-10).</summary>
    public virtual string? StateToReturn(string? state) => state;

    /// <summary>Which way an error goes: the one that was asked for, as a code does (N-48).</summary>
    internal virtual ResponseMode ErrorMode(ResponseMode asked) => asked;

    /// <summary>
    /// Whether a request that was answered once is answered again, whoever is signed in by then: never, it was for one sign-in.
    /// </summary>
    public virtual bool AnswersAgain => false;

    /// <summary>
    /// Whether the page of a sign-in answers the last request of its browser: never, it answers the request that brought it, whatever
    /// waits in other tabs (N-19).
    /// </summary>
    public virtual bool AnswersTheLastRequest => false;

    /// <summary>Whether answers say what the browser's session is (N-20).</summary>
    public virtual bool SendsSessionState => true;
}
