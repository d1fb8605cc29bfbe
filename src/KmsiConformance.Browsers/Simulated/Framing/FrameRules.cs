using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Browsers.Simulated.Framing;

/// <summary>By which rules a document is not shown in a frame (HTML, "navigation response frame options"; CSP Level 3, 6.4.2).</summary>
internal static class FrameRules
{
    /// <summary>The rule that keeps a document from being shown where it stands; null when none does.</summary>
    public static string? Forbidding(Page page)
    {
        if (page.Embedder is null) return null;
        if (page.ContentPolicies.NamesAncestors)
            return Around(page).All(around => page.ContentPolicies.AllowsAncestor(around.Url, page.Url)) ? null : FramingRules.Ancestors;

        // Values that say different things forbid as the strictest of them does.
        var options = page.HeaderValues(FramingRules.Options).SelectMany(value => value.Split(','))
            .Select(value => value.Trim().ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        if (options.Contains("DENY", StringComparer.Ordinal)) return FramingRules.Options;
        if (!options.Contains("SAMEORIGIN", StringComparer.Ordinal)) return null;
        return Around(page).All(around => Origin(around) == Origin(page)) ? null : FramingRules.Options;
    }

    private static IEnumerable<Page> Around(Page page)
    {
        for (var around = page.Embedder; around is not null; around = around.Embedder) yield return around;
    }

    private static string Origin(Page page) => page.Url.GetLeftPart(UriPartial.Authority);
}
