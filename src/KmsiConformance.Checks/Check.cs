using KmsiConformance.Ledger;

namespace KmsiConformance.Checks;

/// <summary>
/// A judgement over events. Every check is a small class named as the sentence that holds when it passes. It answers
/// with what was expected and what was seen, and it never passes for lack of evidence.
/// </summary>
public abstract class Check
{
    /// <summary>The class name, for example <c>SignInIsSilent</c>.</summary>
    public string Name => GetType().Name;

    /// <summary>Judges the evidence.</summary>
    public abstract Judgement Judge(Evidence evidence);
}

/// <summary>What a check found.</summary>
/// <param name="Expected">What had to be seen, in the words of the user's own settings.</param>
/// <param name="Actual">What was seen.</param>
public sealed record Judgement(Verdict Verdict, string Expected, string Actual)
{
    /// <summary>The evidence meets the expectation, or contradicts it.</summary>
    public static Judgement Of(bool met, string expected, string actual) =>
        new(met ? Verdict.Passed : Verdict.Failed, expected, actual);

    /// <summary>There is not enough evidence; <paramref name="missing"/> says what is missing.</summary>
    public static Judgement CantTell(string expected, string missing) => new(Verdict.CantTell, expected, missing);
}

/// <summary>The events a check may read.</summary>
/// <param name="All">Everything since the scenario began, on the device that is judged.</param>
/// <param name="Step">Only what happened in the step that is judged.</param>
/// <param name="Now">The world's time at the end of the step.</param>
public sealed record Evidence(IReadOnlyList<Event> All, IReadOnlyList<Event> Step, DateTimeOffset Now)
{
    /// <summary>Everything since the scenario began, on all devices.</summary>
    public IReadOnlyList<Event> Everywhere { get; init; } = All;
}
