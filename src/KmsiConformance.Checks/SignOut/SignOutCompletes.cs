using KmsiConformance.Ledger;
using KmsiConformance.Checks.SignIn;

namespace KmsiConformance.Checks.SignOut;

/// <summary>
/// The app sent the browser to the login endpoint's logout, and the browser came back to the app with the app's state
///
/// </summary>
/// <param name="app">The app that signs out.</param>
public sealed class SignOutCompletes(string app) : Check
{
    private readonly string _expected = $"signed-out: the logout endpoint is called, and the browser comes back to {app}";

    public override Judgement Judge(Evidence evidence)
    {
        var asked = evidence.Step.OfType<RequestCompleted>().Where(request => request.Site == VisitOutcome.LoginSite && request.Context == "top-level").ToList();
        if (asked.Count == 0) return Judgement.Of(false, _expected, "the login endpoint was not called");
        if (evidence.Step.OfType<AppReturned>().LastOrDefault(returned => returned.App == app) is { } back)
            return Judgement.Of(back.StateMatches, _expected, back.StateMatches ? "called, and came back" : "came back with a state that the app had not sent");

        var page = evidence.Step.OfType<PageShown>().LastOrDefault();
        return page?.Kind switch
        {
            "error" => Judgement.Of(false, _expected, $"{page.Site} showed an error page (“{page.Message}”)"),
            "signed-out" or "credentials" => Judgement.Of(false, _expected, $"the browser stayed on a page of {page.Site} ('{page.Title}')"),
            _ => Judgement.CantTell(_expected, $"cannot tell: the page shown is not one the recipe knows ('{page?.Title}')"),
        };
    }
}
