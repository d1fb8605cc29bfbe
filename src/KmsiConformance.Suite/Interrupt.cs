namespace KmsiConformance.Suite;

/// <summary>
/// A page that may come between and wants one of several answers, such as the question whether to stay signed in. It
/// comes and goes, so nobody may count on it (P-23).
/// </summary>
/// <param name="Name">For example <c>stay-signed-in</c>.</param>
/// <param name="Page">Selectors by which it is recognised.</param>
/// <param name="Answers">The controls for each answer, by the answer's name.</param>
/// <param name="Box">Its box, where it has one.</param>
public sealed record Interrupt(
    string Name, IReadOnlyList<string> Page, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, IReadOnlyList<string> Box)
{
    /// <summary>The field that it wants filled in, where it has one.</summary>
    public IReadOnlyList<string> Field { get; init; } = [];

}
