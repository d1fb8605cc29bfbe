namespace KmsiConformance.Browsers.Setup;

/// <summary>What the user said about the browser.</summary>
/// <param name="Path">The program to use, from an option; null when none was given.</param>
/// <param name="NoInstall">Use what is there, install nothing.</param>
public sealed record BrowserWish(string? Path = null, bool NoInstall = false)
{
    /// <summary>The build of Chromium that it must be; null for whichever is there, the fastest first.</summary>
    public Chromium.ChromiumBuild? Build { get; init; }
}

/// <summary>A browser that can be started.</summary>
/// <param name="ExecutablePath">The program.</param>
/// <param name="Source">Where it comes from, for people: <c>installed</c>, <c>KMSI_CHROMIUM</c>, …</param>
public sealed record FoundBrowser(string ExecutablePath, string Source);
