using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace KmsiConformance.Reporting.Html;

/// <summary>Style and script of the report, which are files of this project and the only text that is not encoded.</summary>
internal static class Asset
{
    private static readonly string[] Sheets =
    [
        "page.css", "run.css", "scenario.css", "timeline.css", "agreement.css", "coverage.css", "measure.css", "diff.css", "trend.css",
        "print.css",
    ];

    private static readonly string ScriptText = Read("report.js");

    public static MarkupString Style { get; } = new($"<style>{string.Concat(Sheets.Select(Read))}</style>");

    public static MarkupString Script { get; } = new($"<script>{ScriptText}</script>");

    /// <summary>
    /// Nothing is fetched, sent or framed; pictures are inside the file; the one script is known by its hash. Styles
    /// may be inline because the drawing sets its own width.
    /// </summary>
    public static string ContentSecurityPolicy { get; } =
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; " +
        $"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ScriptText)))}'; " +
        "base-uri 'none'; form-action 'none'";

    private static string Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not in {typeof(Asset).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // Browsers hash a script after reading CRLF as LF; a checkout may have turned one into the other.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
