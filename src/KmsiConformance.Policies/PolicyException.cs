namespace KmsiConformance.Policies;

/// <summary>
/// A policy file cannot be used. The message says what was found, what was expected and how to mend it.
/// This is the only exception that reading throws for the content of files.
/// </summary>
public sealed class PolicyException : Exception
{
    public PolicyException(Place at, string problem, Exception? inner = null)
        : base($"{at}: {problem}", inner)
    {
        At = at;
        Problem = problem;
    }

    public Place At { get; }

    /// <summary>The message without its place.</summary>
    public string Problem { get; }

    public string File => At.File;

    /// <summary>From 1; 0 when the file as a whole is meant.</summary>
    public int Line => At.Line;

    /// <summary>From 1; 0 when the file as a whole is meant.</summary>
    public int Column => At.Column;
}
