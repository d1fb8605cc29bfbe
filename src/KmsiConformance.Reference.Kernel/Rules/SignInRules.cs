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

    /// <summary>
    /// Whether what a page sends is taken only from the browser that was shown the page: whoever knows all that stands on it has not seen
    /// it there (RFC 6749, 10.12).
    /// </summary>
    public virtual bool BindsPagesToTheBrowser => true;

    /// <summary>Whether a session begins although the password was wrong: never .</summary>
    public virtual bool RejectedPasswordBeginsSession => false;
}
