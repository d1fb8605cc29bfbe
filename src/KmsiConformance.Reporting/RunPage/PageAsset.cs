using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reporting.Html;
using Microsoft.AspNetCore.Components;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>Style and script of the page of one run, which are files of this project and the only text that is not encoded.</summary>
internal static class PageAsset
{
    private static readonly string[] Sheets = ["overview.css", "filters.css", "card.css", "scrubber.css", "paper.css"];

    // In the order in which they stand in the one script of the page; each uses only what stands before it.
    private static readonly string[] Parts =
    [
        "dom.js", "data.js", "shapes.js", "timeline.js", "scrubber.js", "pictures.js", "sign-out.js", "evidence.js", "steps.js", "card.js",
        "list.js", "filters.js", "overview.js", "requirements.js", "keyboard.js", "paper.js", "start.js",
    ];

    private static readonly string ScriptText = $"(() => {{\n'use strict';\n{string.Concat(Parts.Select(Asset.Read))}}})();\n";

    public static MarkupString Style { get; } = new($"<style>{Asset.Sheet}{string.Concat(Sheets.Select(Asset.Read))}</style>");

    public static MarkupString Script { get; } = new($"<script>{ScriptText}</script>\n");

    /// <summary>
    /// Nothing is fetched, sent or framed; pictures are inside the file or beside it; the one script is known by its hash. Styles may
    /// be inline because the drawing sets its own width.
    /// </summary>
    public static string ContentSecurityPolicy { get; } =
        "default-src 'none'; img-src data: file: 'self'; style-src 'unsafe-inline'; " +
        $"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ScriptText)))}'; " +
        "base-uri 'none'; form-action 'none'";
}
