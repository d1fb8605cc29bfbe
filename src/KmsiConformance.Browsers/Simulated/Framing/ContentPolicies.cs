using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Browsers.Simulated.Framing;

/// <summary>The content policies of a document, as far as they are about frames (Content Security Policy Level 3).</summary>
internal sealed class ContentPolicies
{
    private const string Header = "Content-Security-Policy";

    private readonly IReadOnlyList<IReadOnlyDictionary<string, SourceList>> _policies;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, SourceList>> _ofHeaders;

    /// <summary>Reads them from the answer and from the page.</summary>
    public ContentPolicies(Page page)
    {
        // Several in one header are told apart by commas, which no source contains.
        _ofHeaders = Read(page.HeaderValues(Header).SelectMany(value => value.Split(',')));
        _policies =
        [
            .. _ofHeaders,
            .. Read(page.Html.QuerySelectorAll("meta[http-equiv]")
                .Where(meta => string.Equals(meta.GetAttribute("http-equiv"), Header, StringComparison.OrdinalIgnoreCase))
                .Select(meta => meta.GetAttribute("content") ?? "")),
        ];
    }

    /// <summary>Whether the document may have a frame with this address; every policy must let it.</summary>
    /// <param name="self">The document's own address.</param>
    /// <param name="isRedirected">Whether a redirect led there: then paths do not count.</param>
    public bool AllowsFrame(Uri url, Uri self, bool isRedirected) => _policies.All(policy =>
        (policy.GetValueOrDefault(FramingRules.Source) ?? policy.GetValueOrDefault("child-src") ?? policy.GetValueOrDefault("default-src"))
            ?.Matches(url, self, isRedirected) ?? true);

    /// <summary>Whether the document says who may frame it: then X-Frame-Options counts for nothing.</summary>
    public bool NamesAncestors => _ofHeaders.Any(policy => policy.ContainsKey(FramingRules.Ancestors));

    /// <summary>Whether a document may frame this one. Policies in the page itself have no say in it.</summary>
    /// <param name="ancestor">The address of a document around it.</param>
    /// <param name="self">The document's own address.</param>
    public bool AllowsAncestor(Uri ancestor, Uri self) => _ofHeaders.All(policy =>
        policy.GetValueOrDefault(FramingRules.Ancestors)
            ?.Matches(new Uri(ancestor.GetLeftPart(UriPartial.Authority)), self, isRedirected: false) ?? true);

    // The first of two directives with the same name counts.
    private static List<IReadOnlyDictionary<string, SourceList>> Read(IEnumerable<string> policies) =>
        [.. policies.Select(policy => policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(directive => directive.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .DistinctBy(words => words[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(words => words[0], words => new SourceList(words[1..]), StringComparer.OrdinalIgnoreCase))];
}
