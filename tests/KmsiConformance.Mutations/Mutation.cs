using Microsoft.CodeAnalysis.Text;

namespace KmsiConformance.Mutations;

/// <summary>One change in one place of a source file.</summary>
/// <param name="Source">The file, from the folder of its room on.</param>
/// <param name="Member">Where in the file: type and member, or the type alone.</param>
/// <param name="Line">Counted from one.</param>
/// <param name="Where">What is replaced.</param>
/// <param name="Before">The text that stands there.</param>
/// <param name="After">The text that takes its place.</param>
internal sealed record Mutation(string Source, string Member, int Line, TextSpan Where, string Before, string After)
{
    /// <summary>Tells those apart that read alike: 1 for the first of them in the member, and so on.</summary>
    public int Number { get; init; } = 1;

    /// <summary>How it is called in print and in the list of survivors; it does not change when the file grows elsewhere.</summary>
    public string Name => $"{Member}: {Short(Before)} → {Short(After)}{(Number == 1 ? "" : $" ({Number})")}";

    private static string Short(string text)
    {
        const int Longest = 90;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length == 0) return "nothing";
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, 50), " … ", line.AsSpan(line.Length - 35));
    }
}
