namespace KmsiConformance.Runner;

/// <summary>How often scenarios are run.</summary>
/// <param name="Retries">How many times more one is run that failed, or in which the harness did.</param>
/// <param name="Repeat">How many times each is run, whatever comes of it.</param>
public sealed record AttemptRules(int Retries = 0, int Repeat = 1)
{
    /// <summary>Each once.</summary>
    public static readonly AttemptRules Once = new();
}
