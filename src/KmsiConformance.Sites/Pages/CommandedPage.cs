namespace KmsiConformance.Sites.Pages;

/// <summary>
/// Marks a page of a single-page app. Its script asks the app what to do and does it: fetch, store, load a frame, go on. A
/// browser that runs no scripts can do the same, so that both make the same calls.
/// </summary>
public static class CommandedPage
{
    /// <summary>On the body: which page it is.</summary>
    public const string Role = "data-kmsi-commands";

    /// <summary>On the body: the key in the browser's storage under which the app keeps its tokens.</summary>
    public const string Key = "data-kmsi-key";

    /// <summary>On the body for as long as the script is at work.</summary>
    public const string Working = "data-kmsi-working";

    /// <summary>On the body of the page that only forgets what is stored under <see cref="Key"/>.</summary>
    public const string Forgets = "data-kmsi-forgets";

    /// <summary>Where the script asks what to do.</summary>
    public const string CommandsPath = "/commands";

    /// <summary>Where the script says what it has forgotten.</summary>
    public const string ForgottenPath = "/forgotten";
}
