using KmsiConformance.Suite;

namespace KmsiConformance.Measuring;

/// <summary>What is to be measured.</summary>
/// <param name="Scenario">What the target has to be for it: its policy and its apps; its steps are not played.</param>
/// <param name="App">The app that is used.</param>
/// <param name="User">Who signs in, as scenarios call them.</param>
/// <param name="Longest">The greatest age of a session that is tried.</param>
public sealed record MeasureRequest(Scenario Scenario, string App, string User, TimeSpan Longest)
{
    /// <summary>Longer than browsers keep a cookie.</summary>
    public static readonly TimeSpan StandardLongest = TimeSpan.FromDays(400);

    /// <summary>As long as people wait where time is real.</summary>
    public static readonly TimeSpan LongestInRealTime = TimeSpan.FromMinutes(10);

    /// <summary>Below that nothing can be told apart.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMinutes(5);
}
