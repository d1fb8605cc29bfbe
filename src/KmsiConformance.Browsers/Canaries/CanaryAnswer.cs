namespace KmsiConformance.Browsers.Canaries;

/// <summary>What came out when a condition was tried.</summary>
/// <param name="Condition">The condition, for example <c>third-party cookies blocked</c>.</param>
/// <param name="Holds">Whether the browser did as the condition says; null where that could not be seen.</param>
/// <param name="Saw">What was seen, and where it does not hold, what should have been.</param>
public sealed record CanaryAnswer(string Condition, bool? Holds, string Saw)
{
    /// <summary>The program that was tried.</summary>
    public string Program { get; init; } = "";

    /// <summary>Whether it is about cookies in a third-party context.</summary>
    public bool IsThirdParty => Condition.StartsWith(ThirdPartyCanary.Named, StringComparison.Ordinal);

    /// <summary>Compares what was to be seen with what was.</summary>
    internal static CanaryAnswer Of(string condition, string expected, string saw) => expected == saw
        ? new CanaryAnswer(condition, true, saw)
        : new CanaryAnswer(condition, false, $"{saw} (expected: {expected})");
}
