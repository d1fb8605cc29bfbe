using KmsiConformance.Browsers.Chromium;

namespace KmsiConformance.Browsers.Setup;

/// <summary>
/// Finds a Chromium, or installs one: given by the user, Playwright's own, an installed one, Playwright's installer,
/// the distribution's packages. The first that is there is used; every step is said.
/// </summary>
/// <param name="machine">The machine.</param>
/// <param name="say">Told of each step, one line each.</param>
public sealed class BrowserSetup(IMachine machine, Action<string> say)
{
    /// <summary>The environment variable that names the program to use.</summary>
    public const string Variable = "KMSI_CHROMIUM";

    private const string GivenByOption = "the option --chromium";
    private readonly List<string> _tried = [];
    private ChromiumBuild? _build;

    /// <summary>Finds or installs a Chromium.</summary>
    /// <exception cref="BrowserSetupException">None can be had, or the one that was given does not exist.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; an installer that was running is ended.</exception>
    public async Task<FoundBrowser> FindAsync(BrowserWish wish, CancellationToken cancellation)
    {
        _build = wish.Build;
        if (Given(wish) is { } given)
            return given;
        if (await PlaywrightsOwnAsync(cancellation) is { } own)
            return own;
        if (Installed() is { } installed)
            return installed;

        if (wish.NoInstall)
        {
            _tried.Add("installing one: forbidden by --no-install");
            throw Nothing();
        }

        if (await InstallWithPlaywrightAsync(cancellation))
        {
            if (await PlaywrightsOwnAsync(cancellation) is { } fresh)
                return fresh;
        }

        if (await DebianPackages.Chromium(machine).InstallAsync(say, _tried.Add, cancellation))
        {
            if (Installed() is { } packaged)
                return packaged;
        }

        throw Nothing();
    }

    private FoundBrowser? Given(BrowserWish wish)
    {
        var (path, source) = !string.IsNullOrEmpty(wish.Path) ? (wish.Path, GivenByOption) : (machine.Variable(Variable), Variable);
        if (string.IsNullOrEmpty(path))
        {
            _tried.Add($"{Variable}: not set");
            return null;
        }

        if (!machine.FileExists(path))
            throw new BrowserSetupException(
                $"{source} names {path}, which does not exist. Give the path of a Chromium, Chrome or Edge program, or leave it out.");

        return Use(path, source);
    }

    /// <summary>
    /// A full Chromium for what a headless shell cannot do; null when there is none, or the user has named the one to
    /// use.
    /// </summary>
    public string? FullBeside(FoundBrowser found) => found.Source is GivenByOption or Variable
        ? null
        : UsualPlaces.On(machine).Where(place => ChromiumBuilds.Called(place) == ChromiumBuild.Full).FirstOrDefault(machine.FileExists);

    private bool IsThatBuild(string place) => _build is null || ChromiumBuilds.Called(place) == _build;

    private async Task<FoundBrowser?> PlaywrightsOwnAsync(CancellationToken cancellation)
    {
        var places = (await machine.PlaywrightChromiumsAsync(cancellation)).Where(IsThatBuild).ToList();
        if (places.FirstOrDefault(machine.FileExists) is { } found)
            return Use(found, "Playwright");

        _tried.Add($"Playwright's own: not at {string.Join(" or ", places)}");
        return null;
    }

    private FoundBrowser? Installed()
    {
        var places = UsualPlaces.On(machine).Where(IsThatBuild).ToList();
        if (places.FirstOrDefault(machine.FileExists) is { } found)
            return Use(found, "installed");

        _tried.Add($"an installed one: not at {string.Join(", ", places)}");
        return null;
    }

    private async Task<bool> InstallWithPlaywrightAsync(CancellationToken cancellation)
    {
        if (machine.PlaywrightInstaller is not { } installer)
        {
            _tried.Add("Playwright's installer: its driver is not beside this program");
            return false;
        }

        say("No Chromium found. Installing one with Playwright (about 110 MB)…");
        if (await machine.RunAsync(installer, say, cancellation) is not { } failure)
            return true;

        say($"Playwright's installer failed: {failure}");
        _tried.Add($"Playwright's installer: {failure}");
        return false;
    }

    private FoundBrowser Use(string path, string source)
    {
        say($"Using {path} ({source}).");
        return new FoundBrowser(path, source);
    }

    private BrowserSetupException Nothing() => new(
        $"""
        No Chromium can be had. Tried:
        {string.Join('\n', _tried.Select(step => $"  - {step}"))}
        What to do: install Chromium, Chrome or Edge (Debian: {DebianPackages.Chromium(machine).Install}), or set {Variable} to the
        path of one, or use --browser simulated, which needs none.
        """);
}
