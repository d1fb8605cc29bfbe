using System.Diagnostics;

namespace KmsiConformance.Ledger;

/// <summary>
/// A run as a trace of OpenTelemetry: a span for the run, one for each attempt at a scenario, and one for each step. Where nobody
/// listens there are none. No verdict rests on them.
/// </summary>
public static class Tracing
{
    /// <summary>The name of the source, as a listener asks for it.</summary>
    public const string Name = "KmsiConformance";

    /// <summary>The environment variable that asks for the header <c>traceparent</c> in requests to the target.</summary>
    public const string Variable = "KMSI_TRACEPARENT";

    private static readonly ActivitySource Source = new(Name, ToolRecord.Current.Version);

    /// <summary>Whether the target is told which trace a request belongs to.</summary>
    public static bool TellsTarget { get; } = Environment.GetEnvironmentVariable(Variable) is "1" or "true";

    /// <summary>The headers that tell it, for a browser that is started now; null where it is not told.</summary>
    public static IReadOnlyDictionary<string, string>? Headers => TellsTarget && Activity.Current?.Id is { } id
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["traceparent"] = id } : null;

    /// <summary>Begins a span below the one that is on; disposing it ends it.</summary>
    /// <returns>Null where nobody listens.</returns>
    public static Activity? Begin(string kind, string name, params (string Key, object? Value)[] tags)
    {
        var span = Source.StartActivity($"{kind} {name}");
        foreach (var (key, value) in tags) span?.SetTag($"kmsi.{key}", value);
        return span;
    }

    /// <summary>Says how it ended.</summary>
    public static void End(this Activity? span, Verdict verdict, string? reason)
    {
        span?.SetTag("kmsi.verdict", verdict.Text());
        if (verdict is Verdict.Failed or Verdict.Flaky or Verdict.Error) span?.SetStatus(ActivityStatusCode.Error, reason);
    }
}
