using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// The page of a single-page app may read an error of the token endpoint, as it may read tokens: without
/// <c>Access-Control-Allow-Origin</c> the browser hides it, and the page cannot tell a token that is over from a lost connection
/// (Fetch, CORS protocol).
/// </summary>
/// <param name="app">The single-page app.</param>
public sealed class ErrorsCanBeReadByPages(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"pages of {app} may read the error";
        var tried = evidence.Step.OfType<RefreshMisused>().LastOrDefault(tried => tried.App == app);
        if (tried is not { IsReadByPages: { } isRead, Accepted: false })
            return Judgement.CantTell(expected, $"cannot tell: no page of {app} got an error");

        // Nobody has to serve pages at all: that tokens reach them is what shows that this one does.
        return evidence.All.OfType<AppSessionStarted>().Any(begun => begun.App == app)
            ? Judgement.Of(isRead, expected, isRead ? "they may" : "they may not: the answer does not allow their origin")
            : Judgement.CantTell(expected, $"cannot tell: no page of {app} has got tokens so far");
    }
}
