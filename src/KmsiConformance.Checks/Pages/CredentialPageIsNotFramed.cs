using System.Text.RegularExpressions;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Pages;

/// <summary>
/// The page that asks for credentials says that other sites may not frame it, by frame-ancestors, or else by X-Frame-Options.
/// </summary>
public sealed partial class CredentialPageIsNotFramed : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the credential page says that no other site may frame it";
        if (evidence.All.OfType<PageShown>().LastOrDefault(AsksAtLogin) is not { } shown)
            return Judgement.CantTell(Expected, "cannot tell: no page of the login endpoint asked for credentials");
        if (shown.IsStored) return Judgement.CantTell(Expected, $"cannot tell: the browser had '{shown.Title}' stored");
        return evidence.All.OfType<RequestCompleted>().LastOrDefault(request => IsDocument(request, shown)) is { } document
            ? Judgement.Of(IsRefused(document.Framing), Expected, $"'{shown.Title}' {Said(document.Framing)}")
            : Judgement.CantTell(Expected, $"cannot tell: nobody saw the answer that brought '{shown.Title}'");
    }

    private static bool AsksAtLogin(PageShown page) => page is { Site: KnownSites.Login, Kind: PageKinds.Credentials };

    // Where there are frame-ancestors, X-Frame-Options counts for nothing; of several policies each has to agree.
    private static bool IsRefused(FramingHeaders? framing) => framing switch
    {
        null => false,
        { Ancestors.Count: > 0 } => framing.Ancestors.Any(sources => !Anybody().IsMatch(sources)),
        _ => IsRefused(framing.Options!),
    };

    // Several that contradict each other refuse too (HTML, The X-Frame-Options header).
    private static bool IsRefused(string options)
    {
        var words = options.Split([',', '\n']).Select(option => option.Trim().ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        return words.Count > 1 ? words.Overlaps(["DENY", "SAMEORIGIN", "ALLOWALL"]) : words.Overlaps(["DENY", "SAMEORIGIN"]);
    }

    // A site that is named is one that somebody meant; a scheme, a star or all of a top-level domain are nobody in particular.
    [GeneratedRegex(
        @"(?:^|\s)(?:https?:(?:\*)?|(?:(?:https?:)?//)?\*(?:\.[^.\s:/]+)?(?::(?:\*|\d+))?(?:/\S*)?)(?:\s|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Anybody();

    private static string Said(FramingHeaders? framing) => framing switch
    {
        null => "has neither frame-ancestors nor X-Frame-Options",
        { Ancestors.Count: > 0 } => $"says {FramingRules.Ancestors} {string.Join(" and ", framing.Ancestors)}",
        _ => $"says {FramingRules.Options}: {framing.Options}",
    };

    private static bool IsDocument(RequestCompleted request, PageShown page) =>
        request is { Context: "top-level", Status: not 0, Location: null } && request.Site == page.Site && request.Sequence < page.Sequence;
}
