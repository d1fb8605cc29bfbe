using KmsiConformance.Clocks.Processes;

namespace KmsiConformance.Browsers.Setup;

/// <summary>What the setup asks of the machine it runs on.</summary>
public interface IMachine
{
    /// <summary>The system, for its usual places.</summary>
    MachineSystem System { get; }

    /// <summary>Whether packages can be installed without asking for a password.</summary>
    bool IsRoot { get; }

    /// <summary>Whether a C compiler is there to make the preload clock.</summary>
    bool HasCompiler { get; }

    /// <summary>Whether a file exists.</summary>
    bool FileExists(string path);

    /// <summary>The file's lines; none when it does not exist.</summary>
    IReadOnlyList<string> Lines(string path);

    /// <summary>An environment variable; null or empty when it is not set.</summary>
    string? Variable(string name);

    /// <summary>The Chromium that this version of Playwright would install for itself, there or not; headless shell first.</summary>
    Task<IReadOnlyList<string>> PlaywrightChromiumsAsync(CancellationToken cancellation);

    /// <summary>How to start Playwright's own installer; null when its driver is not beside this program.</summary>
    Command? PlaywrightInstaller { get; }

    /// <summary>Runs a command without a terminal; output goes to <paramref name="progress"/> line by line.</summary>
    /// <returns>Null when it succeeded, otherwise why not.</returns>
    Task<string?> RunAsync(Command command, Action<string> progress, CancellationToken cancellation);
}

/// <summary>Systems with usual places of their own.</summary>
public enum MachineSystem
{
    /// <summary>Linux.</summary>
    Linux,

    /// <summary>macOS.</summary>
    MacOS,

    /// <summary>Windows.</summary>
    Windows,
}
