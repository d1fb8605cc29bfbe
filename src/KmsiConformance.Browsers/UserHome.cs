namespace KmsiConformance.Browsers;

/// <summary>
/// The user's home folder. Firefox does not come up where it cannot write there; a browser gets a home of its own then, and only
/// then: it is where a user's own certificates are.
/// </summary>
internal static class UserHome
{
    private static readonly Lazy<bool> Nothing = new(() => !OperatingSystem.IsWindows() && !CanWrite());

    /// <summary>Whether no file can be made in it.</summary>
    public static bool TakesNothing => Nothing.Value;

    /// <summary>The variables that name it, or folders that are usually below it.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
    };

    private static bool CanWrite()
    {
        try
        {
            // Without a variable the system's list of users names it, and the browser finds it there.
            var home = Environment.GetEnvironmentVariable("HOME");
            if (string.IsNullOrEmpty(home)) home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (home.Length == 0) return false;
            var trial = Path.Combine(home, $".kmsi-{Path.GetRandomFileName()}");
            using var file = new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
