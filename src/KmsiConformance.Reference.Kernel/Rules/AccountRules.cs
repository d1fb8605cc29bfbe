using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>What becomes of sessions and refresh tokens when something happens to their account.</summary>
public class AccountRules : RuleTopic
{
    /// <summary>
    /// The sessions that end. Azure AD's document ends all of the user's, and so does a site (W-22 to W-24); OpenID Connect,
    /// which says nothing of it, is played alike. B2C's documents know no such end: there a session ends with its time or a sign-out
    /// and only who has no account any more has no session either.
    /// </summary>
    /// <param name="ofUser">All sessions of the account.</param>
    public virtual IReadOnlyList<Session> Ended(AccountEvent happened, IReadOnlyList<Session> ofUser) =>
        happened == AccountEvent.Disabled || Readings.Product is LoginProduct.AzureAd or LoginProduct.OpenIdConnect or LoginProduct.Web
            ? ofUser
            : [];

    /// <summary>Whether refresh tokens that were given before are refused (AADB2C90129, R-141).</summary>
    public virtual bool RevokesRefreshTokens(AccountEvent happened) => true;

    /// <summary>Whether a closed account can be signed in to: never.</summary>
    public virtual bool AdmitsClosedAccounts => false;
}
