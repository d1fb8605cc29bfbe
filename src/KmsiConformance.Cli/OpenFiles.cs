using System.Globalization;

namespace KmsiConformance.Cli;

/// <summary>
/// How many files this process may have open. Below some hundreds the runtime cannot even load its own parts, and then nobody is
/// left to say what is wrong.
/// </summary>
internal static class OpenFiles
{
    private const int Least = 512;
    private const string Limits = "/proc/self/limits";
    private const string Line = "Max open files";

    /// <summary>Why nothing can be done, with what would help; null where the limit is high enough, or is not told.</summary>
    public static string? WhyNot() => Limit() is { } limit && limit < Least
        ? $"No more than {limit} files may be open at the same time here, and kmsi needs {Least}, with a browser and several workers "
            + "more. Allow more in this shell ('ulimit -n 4096') or for this service (LimitNOFILE), and start again."
        : null;

    private static int? Limit()
    {
        try
        {
            var line = File.ReadLines(Limits).FirstOrDefault(one => one.StartsWith(Line, StringComparison.Ordinal));
            var soft = line?[Line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
            return int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
        }
        catch (Exception untold) when (untold is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
