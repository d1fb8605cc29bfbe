using KmsiConformance.Policies;
using KmsiConformance.Suite.Expressions;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Serving.Control;

/// <summary>What <c>POST /clock/move</c> takes: one of the two.</summary>
/// <param name="By">A duration as scenarios write it: <c>7 days</c>, <c>session + 1 minute</c>, <c>keep-alive - 1 minute</c>.</param>
/// <param name="To">A moment, UTC.</param>
/// <param name="Policy">The policy whose settings the names stand for; the first one when left out. A site has none.</param>
internal sealed record ClockMove(string? By = null, DateTimeOffset? To = null, string? Policy = null)
{
    public const string Example = """{"by": "session + 1 minute"} or {"to": "2030-01-31T12:00:00Z"}""";

    /// <summary>How far to move.</summary>
    /// <exception cref="ControlException">It cannot be understood.</exception>
    public static TimeSpan Length(ClockMove asked, ServedReference served)
    {
        if (asked.By is null == asked.To is null) throw Wrong($"Say either how far to move or where to. For example: {Example}");
        if (asked.To is { } to) return to - served.Clock.GetUtcNow();

        var lengths = served.Site is { } site ? OfSite(asked, site) : OfPolicy(asked, served.Options.Policies);
        try
        {
            return DurationExpression.Parse(asked.By!).Evaluate(lengths);
        }
        catch (FormatException unclear)
        {
            throw Wrong(unclear.Message);
        }
        catch (Exception endless) when (endless is OverflowException or ArgumentOutOfRangeException)
        {
            throw Wrong($"'{asked.By}' is longer than any calendar.");
        }
    }

    private static SettingsInForce OfSite(ClockMove asked, ServedSite site) => asked.Policy is null
        ? site.Lengths
        : throw Wrong($"A site without a protocol has no policies, and none is called '{asked.Policy}'. Leave 'policy' out.");

    private static SettingsInForce OfPolicy(ClockMove asked, IReadOnlyList<CustomPolicy> policies)
    {
        var policy = asked.Policy is null
            ? policies[0]
            : policies.FirstOrDefault(p => string.Equals(p.PolicyId, asked.Policy, StringComparison.OrdinalIgnoreCase));
        return policy is null
            ? throw Wrong($"There is no policy '{asked.Policy}'. Known: {string.Join(", ", policies.Select(p => p.PolicyId))}.")
            : new SettingsInForce(policy.Settings.Session, policy.Settings.KeepAlive);
    }

    private static ControlException Wrong(string message) => new(StatusCodes.Status400BadRequest, "bad-request", message);
}
