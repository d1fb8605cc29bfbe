namespace KmsiConformance.Browsers.Setup;

/// <summary>
/// Finds a Firefox, or installs one: given by the user, an installed one, the distribution's package. Never
/// Playwright's own build: what is to be shown is what users have.
/// </summary>
/// <param name="machine">The machine.</param>
/// <param name="say">Told of each step, one line each.</param>
public sealed class FirefoxSetup(IMachine machine, Action<string> say)
{
    /// <summary>The environment variable that names the program to use.</summary>
    public const string Variable = "KMSI_FIREFOX";

    private readonly List<string> _tried = [];

    /// <summary>Finds or installs a Firefox.</summary>
    /// <exception cref="BrowserSetupException">None can be had, or the one that was given does not exist.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; an installer that was running is ended.</exception>
    public async Task<FoundBrowser> FindAsync(BrowserWish wish, CancellationToken cancellation)
    {
        if (Given(wish) is { } given)
            return given;
        if (Installed() is { } installed)
            return installed;

        if (wish.NoInstall)
        {
            _tried.Add("installing one: forbidden by --no-install");
            throw Nothing();
        }

        var packages = DebianPackages.Firefox(machine);
        if (await packages.InstallAsync(say, _tried.Add, cancellation) && Installed() is { } packaged)
            return packaged;
        throw Nothing();
    }

    private FoundBrowser? Given(BrowserWish wish)
    {
        var (path, source) = !string.IsNullOrEmpty(wish.Path)
            ? (wish.Path, "the option --firefox")
            : (machine.Variable(Variable), Variable);
        if (string.IsNullOrEmpty(path))
        {
            _tried.Add($"{Variable}: not set");
            return null;
        }

        if (!machine.FileExists(path))
            throw new BrowserSetupException(
                $"{source} names {path}, which does not exist. Give the path of a Firefox program, or leave it out.");
        return Use(path, source);
    }

    private FoundBrowser? Installed()
    {
        var places = UsualPlaces.OfFirefox(machine).ToList();
        if (places.FirstOrDefault(machine.FileExists) is { } found)
            return Use(found, "installed");

        _tried.Add($"an installed one: not at {string.Join(", ", places)}");
        return null;
    }

    private FoundBrowser Use(string path, string source)
    {
        say($"Using {path} ({source}).");
        return new FoundBrowser(path, source);
    }

    private BrowserSetupException Nothing() => new(
        $"""
        No Firefox can be had. Tried:
        {string.Join('\n', _tried.Select(step => $"  - {step}"))}
        What to do: install Firefox (Debian: {DebianPackages.Firefox(machine).Install}), or set {Variable} to the path of one,
        or use --browser chromium, or --browser simulated, which needs none.
        """);
}
