using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Output;

/// <summary>How reports are written for machines: camel case, nulls left out, text readable as it is.</summary>
public static class ReportJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The findings: <c>findings [{rule, severity, file, line, column, message, suggestion}]</c>.</summary>
    public static string Of(LintReport report) => JsonSerializer.Serialize(
        new
        {
            report.Readings.Profile,
            report.Files,
            report.Policies,
            report.Sets,
            Findings = report.Findings.Select(f => new
            {
                f.Rule,
                Severity = Word(f.Severity),
                f.At.File,
                f.At.Line,
                f.At.Column,
                f.Message,
                f.Suggestion,
            }),
            Unreadable = Problems(report.Unreadable),
        },
        Options);

    /// <summary>The rules, for whoever shows findings elsewhere.</summary>
    /// <param name="known">The profiles to name.</param>
    public static string OfRules(IReadOnlyList<Readings> known) => JsonSerializer.Serialize(
        new
        {
            Rules = LintRules.All.Select(r =>
                new { r.Id, r.Name, Severity = Word(r.Severity), r.Title, r.Basis, r.Document, r.Section, Profiles = r.Profiles(known) }),
        },
        Options);

    /// <summary>The severity as it is written everywhere: error, warning, info.</summary>
    public static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    internal static object Problems(IReadOnlyList<PolicyException> problems) =>
        problems.Select(p => new { p.File, p.Line, p.Column, Message = p.Problem });
}
