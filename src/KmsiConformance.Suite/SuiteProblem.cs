using System.Globalization;

namespace KmsiConformance.Suite;

/// <summary>Something wrong in a file of the suite: where, and what was expected there. Line and column count from 1.</summary>
public sealed record SuiteProblem(string File, int Line, int Column, string Message)
{
    /// <summary>As compilers write it, on one line, so that editors and terminals can jump there.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}): {Message}").ReplaceLineEndings(" ");
}

/// <summary>One or more files of the suite cannot be used. Every problem found is listed, not only the first.</summary>
public sealed class SuiteException(IReadOnlyList<SuiteProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public SuiteException(SuiteProblem problem) : this([problem])
    {
    }

    public IReadOnlyList<SuiteProblem> Problems { get; } = problems;
}
