namespace KmsiConformance.Cli;

/// <summary>Pages that are written where somebody says.</summary>
internal static class PageFile
{
    /// <summary>The file of <c>--out</c>.</summary>
    /// <exception cref="UserErrorException">It cannot be one.</exception>
    public static string Named(string file)
    {
        var full = Path.GetFullPath(file);
        if (Directory.Exists(full))
            throw new UserErrorException($"--out is {full}, which is a folder. Expected a file for the page, such as "
                + $"{Path.Combine(full, "page.html")}.");
        if (!Directory.Exists(Path.GetDirectoryName(full)))
            throw new UserErrorException($"--out is {full}, and there is no folder {Path.GetDirectoryName(full)}. Make it, or name another "
                + "place.");
        return full;
    }
}
