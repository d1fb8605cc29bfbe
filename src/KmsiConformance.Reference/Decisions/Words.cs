namespace KmsiConformance.Reference.Decisions;

/// <summary>Names in code as they are written outside of it.</summary>
internal static class Words
{
    /// <summary><c>IgnoresMaxAge</c> and <c>ignoresMaxAge</c> as <c>ignores-max-age</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? $"{(i == 0 ? "" : "-")}{char.ToLowerInvariant(c)}" : c.ToString()));
}
