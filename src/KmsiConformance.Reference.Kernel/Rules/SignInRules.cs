using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>What the sign-in page offers and accepts.</summary>
public class SignInRules : RuleTopic
{
    /// <summary>Whether the page shows the box .</summary>
    internal virtual bool OffersBox(LoginPolicy policy) => policy.OffersBox;

    /// <summary>Whether the password is the user's; compared in constant time.</summary>
    public virtual bool AcceptsPassword(ReferenceUser user, string password) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(user.Password)), SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    /// <summary>
    /// Whether a box that is ticked counts for the pages that wait in other tabs too: never, it is that sign-in's (N-19).
    /// </summary>
    public virtual bool TicksOtherTabs => false;

    /// <summary>When the user is said to have given credentials: when they came, and not when the page for them did (N-07).</summary>
    /// <param name="asked">When the application asked, and with that the page came.</param>
    public virtual DateTimeOffset CredentialsGiven(DateTimeOffset? asked, DateTimeOffset now) => now;

    /// <summary>Whether other sites are kept from framing the pages (N-43).</summary>
    public virtual bool RefusesFraming => true;

    /// <summary>
    /// Whether what a page sends is taken only from the browser that was shown the page: whoever knows all that stands on it has not seen
    /// it there (RFC 6749, 10.12).
    /// </summary>
    public virtual bool BindsPagesToTheBrowser => true;

    /// <summary>Whether a session begins although the password was wrong: never .</summary>
    public virtual bool RejectedPasswordBeginsSession => false;
}
