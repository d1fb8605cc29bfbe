using System.Text;
using Microsoft.AspNetCore.Components;

namespace KmsiConformance.Reporting.Html;

/// <summary>Style of the pages, which are files of this project and the only text that is not encoded.</summary>
internal static class Asset
{
    private static readonly string[] Sheets =
    [
        "page.css", "run.css", "scenario.css", "timeline.css", "agreement.css", "coverage.css", "measure.css", "diff.css", "trend.css",
        "print.css",
    ];

    /// <summary>The style of all pages, without a tag.</summary>
    public static string Sheet { get; } = string.Concat(Sheets.Select(Read));

    public static MarkupString Style { get; } = new($"<style>{Sheet}</style>");

    /// <summary>
    /// Nothing is fetched, sent or framed, and no script runs; pictures are inside the file. Styles may be inline because the drawing
    /// sets its own width.
    /// </summary>
    public static string ContentSecurityPolicy { get; } =
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// <summary>A file of this project.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not in {typeof(Asset).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // Browsers hash a script after reading CRLF as LF; a checkout may have turned one into the other.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
