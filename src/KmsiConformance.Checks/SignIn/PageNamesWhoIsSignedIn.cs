using System.Text.RegularExpressions;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>A protected page of the login endpoint's own site names the user whose session it is, and nobody else.</summary>
/// <param name="user">What the user types as the name.</param>
public sealed class PageNamesWhoIsSignedIn(string app, string user) : Check
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the protected page of {app} names {user}";
        var page = evidence.Step.OfType<PageShown>().LastOrDefault();
        if (page is not { Kind: PageKinds.Protected } || !page.ProtectedBy.Contains(app))
            return Judgement.CantTell(expected, "cannot tell: it was not shown");
        if (page.SignedInAs is not { } named)
            return Judgement.CantTell(expected, "cannot tell: nothing on it names a user by the recipe's 'signed-in-as'");
        var seen = $"it says “{named}”";
        if (Names(named, user)) return Judgement.Of(true, expected, seen);

        // A page may know its user by another name; that of somebody else who signed in here is no such name.
        var others = evidence.Everywhere.OfType<CredentialsPosted>().Select(posted => posted.User)
            .Concat(evidence.Everywhere.OfType<RequestForged>().Select(forged => forged.User));
        return others.Any(other => other != user && Names(named, other))
            ? Judgement.Of(false, expected, seen)
            : Judgement.CantTell(expected, $"cannot tell: {seen}, which names nobody who has signed in here");
    }

    private static bool Names(string text, string name) => Regex.IsMatch(
        text, $@"(?<![\w@.-]){Regex.Escape(name)}(?![\w@-]|\.\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
}
