namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>Rules by which a browser does not load a frame, or does not show its document.</summary>
public static class FramingRules
{
    /// <summary>The content policy of the page around it.</summary>
    public const string Source = "frame-src";

    /// <summary>The content policy of the framed document.</summary>
    public const string Ancestors = "frame-ancestors";

    /// <summary>The framed document's older header.</summary>
    public const string Options = "X-Frame-Options";
}
