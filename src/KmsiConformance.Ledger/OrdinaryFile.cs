namespace KmsiConformance.Ledger;

/// <summary>
/// Reads files that somebody named. A pipe waits for ever, a device never ends: nothing is read of what is no ordinary file.
/// </summary>
public static class OrdinaryFile
{
    /// <summary>How many bytes it has, whatever links lead to it; none where it is no ordinary file.</summary>
    /// <exception cref="IOException">It is not there, or links lead in a circle.</exception>
    public static long Length(string file) =>
        new FileInfo(File.ResolveLinkTarget(Path.GetFullPath(file), returnFinalTarget: true)?.FullName ?? file).Length;

    /// <summary>Its text; empty where it is no ordinary file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static string Text(string file) => Length(file) == 0 ? "" : File.ReadAllText(file);
}
