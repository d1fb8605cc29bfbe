using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Ledger;

/// <summary>What an answer says of who may show it in a frame.</summary>
/// <param name="Options">Its <c>X-Frame-Options</c>; null where it has none.</param>
/// <param name="Ancestors">The frame-ancestors of each of its content policies that has some, in their own words.</param>
public sealed record FramingHeaders(string? Options, IReadOnlyList<string> Ancestors)
{
    /// <summary>What two headers say; null where they say nothing of it.</summary>
    /// <param name="options">The header <c>X-Frame-Options</c>; null for none.</param>
    /// <param name="policies">The header <c>Content-Security-Policy</c>, several joined by commas; null for none.</param>
    public static FramingHeaders? Of(string? options, string? policies)
    {
        List<string> ancestors = [.. (policies ?? "").Split(',', '\n').Select(Ancestry).OfType<string>()];
        return options is null && ancestors.Count == 0 ? null : new FramingHeaders(options, ancestors);
    }

    // The first of two directives with the same name counts.
    private static string? Ancestry(string policy) => policy.Split(';').Select(directive => directive.Trim())
        .FirstOrDefault(directive => directive.Split([' ', '\t'])[0].Equals(FramingRules.Ancestors, StringComparison.OrdinalIgnoreCase))?
        [FramingRules.Ancestors.Length..].Trim();
}
