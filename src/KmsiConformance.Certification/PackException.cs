namespace KmsiConformance.Certification;

/// <summary>A pack, a key or a run is refused; the message names the file and every reason. Ends the program with exit code 2.</summary>
public sealed class PackException : Exception
{
    /// <summary>For one reason.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public PackException(string message, Exception? inner = null)
        : base(OneLine(message), inner) => Reasons = [message];

    /// <summary>For several.</summary>
    /// <param name="head">What is refused, as a sentence without its end.</param>
    /// <param name="reasons">Each a sentence.</param>
    public PackException(string head, IReadOnlyList<string> reasons)
        : base($"{OneLine(head)}:\n{string.Join('\n', reasons.Select(reason => $"- {OneLine(reason)}"))}") => Reasons = reasons;

    /// <summary>Why.</summary>
    public IReadOnlyList<string> Reasons { get; }

    // What names and texts of a pack say must not look like a line of the program's.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
