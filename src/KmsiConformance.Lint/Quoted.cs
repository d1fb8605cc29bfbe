namespace KmsiConformance.Lint;

/// <summary>Values of users in messages: in quotes, on one line, of readable length.</summary>
internal static class Quoted
{
    private const int Longest = 100;

    public static string Quote(this string? value)
    {
        if (value is null) return "(absent)";
        var oneLine = string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c));
        return oneLine.Length > Longest ? $"\"{oneLine[..Longest]}…\"" : $"\"{oneLine}\"";
    }

    /// <summary>Names in alphabetical order, so that messages do not change when elements are moved.</summary>
    public static string List(this IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return all.Count switch
        {
            0 => "none",
            > 12 => string.Join(", ", all.Take(12)) + $" and {all.Count - 12} more",
            _ => string.Join(", ", all),
        };
    }
}
