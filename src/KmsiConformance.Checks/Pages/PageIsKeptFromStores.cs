using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Pages;

/// <summary>The page of the login endpoint, or of a site, that was shown last says that nobody may store it (W-13).</summary>
public sealed class PageIsKeptFromStores : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the page comes with Cache-Control: no-store";
        if (evidence.All.OfType<PageShown>().LastOrDefault(page => page.Site == KnownSites.Login) is not { } shown)
            return Judgement.CantTell(Expected, "cannot tell: no page of the login endpoint was shown");
        if (shown.IsStored) return Judgement.Of(false, Expected, $"the browser had '{shown.Title}' stored");
        return evidence.All.OfType<RequestCompleted>().LastOrDefault(request => IsDocument(request, shown)) is { } document
            ? Judgement.Of(
                Stores.AreForbidden(document.CacheControl), Expected, $"'{shown.Title}' {Stores.Said(document.CacheControl)}")
            : Judgement.CantTell(Expected, $"cannot tell: nobody saw the answer that brought '{shown.Title}'");
    }

    private static bool IsDocument(RequestCompleted request, PageShown page) =>
        request is { Context: "top-level", Status: not 0, Location: null } && request.Site == page.Site && request.Sequence < page.Sequence;
}
