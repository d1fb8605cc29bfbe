using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Pages;

/// <summary>The page by which the browser posts the login endpoint's answer to an app says that nobody may store it (N-18, N-97).</summary>
public sealed class AnswerIsKeptFromStores : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the page that posts the answer to the app comes with Cache-Control: no-store";
        List<RequestCompleted> documents =
            [.. evidence.All.OfType<RequestCompleted>().Where(request => request is { Context: "top-level", Status: not 0 })];
        var posted = documents.FindLastIndex(request => request.Method == "POST" && request.Site != KnownSites.Login);
        return posted > 0 && documents[posted - 1] is { Site: KnownSites.Login, Location: null } page
            ? Judgement.Of(Stores.AreForbidden(page.CacheControl), Expected, $"it {Stores.Said(page.CacheControl)}")
            : Judgement.CantTell(Expected, "cannot tell: no answer came to an app by a form of the login endpoint");
    }
}
