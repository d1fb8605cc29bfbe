namespace KmsiConformance.Model;

/// <summary>What somebody does in a journey, or what time does.</summary>
public abstract record Act;

/// <summary>Somebody visits a protected page of an app.</summary>
/// <param name="App">The app.</param>
/// <param name="Answer">What the visitor does where credentials are asked for.</param>
/// <param name="User">Whose credentials are given.</param>
public sealed record Visit(string App, Answer Answer, string User) : Act
{
    /// <summary>Whether the visitor asks to be kept signed in; null leaves the box, or the question, as it comes.</summary>
    public bool? Keep { get; init; }

    /// <summary>Whether the visitor chooses the identity provider where the endpoint asks.</summary>
    public bool AtProvider { get; init; }

    /// <summary>Whether the app signs in under the second policy.</summary>
    public bool UnderOtherPolicy { get; init; }

    /// <summary><c>prompt</c> of the request: <c>login</c>, alone or with <c>consent</c>, <c>none</c>, or null for none.</summary>
    public string? Prompt { get; init; }

    /// <summary>Whether a page of the app posts the request.</summary>
    public bool ByForm { get; init; }

    /// <summary>Whether the app says whom it expects, by its last id_token.</summary>
    public bool SendsHint { get; init; }

    internal bool DemandsCredentials => Prompt?.Contains("login", StringComparison.Ordinal) == true;

    /// <summary><c>max_age</c> of the request; null for none.</summary>
    public TimeSpan? MaxAge { get; init; }
}

/// <summary>What a visitor does on a credential page.</summary>
public enum Answer
{
    /// <summary>Signs in.</summary>
    Credentials,

    /// <summary>Leaves it.</summary>
    Nothing,

    /// <summary>Types a wrong password, once.</summary>
    WrongPassword,

    /// <summary>Types a wrong password, with the box the other way, and then signs in on the page that says so.</summary>
    SecondTry,
}

/// <summary>Time passes.</summary>
/// <param name="Time">How much of it, in whole minutes.</param>
public sealed record Wait(TimeSpan Time) : Act;

/// <summary>The browser is ended and started anew.</summary>
/// <param name="Kind">In which way.</param>
public sealed record Restart(RestartKind Kind) : Act;

/// <summary>How a browser comes to its end, and what the next one is.</summary>
public enum RestartKind
{
    /// <summary>Closed in the ordinary way.</summary>
    Quit,

    /// <summary>Killed.</summary>
    Crash,

    /// <summary>Closed, and the next one goes on where the user left off.</summary>
    RestoreSession,

    /// <summary>Closed, and the next one shows a private window.</summary>
    PrivateWindow,
}

/// <summary>The user signs out at an app, which sends the browser to the login endpoint's sign-out.</summary>
/// <param name="App">The app.</param>
public sealed record SignOut(string App) : Act
{
    /// <summary>An address that the app never registered, to go to afterwards, as scenarios name it; null for its own.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>Whether the app's page posts the request.</summary>
    public bool ByForm { get; init; }

    /// <summary>Whether the app sends no hint, so that the endpoint has to ask; null for one that does.</summary>
    /// <value>What the user answers: true for yes, false for nothing at all.</value>
    public bool? Confirmed { get; init; }
}

/// <summary>Something happens to cookies in the browser.</summary>
/// <param name="Deed">What.</param>
public sealed record TouchCookies(CookieDeed Deed) : Act
{
    /// <summary>Whose cookies: the app's for <see cref="CookieDeed.ForgetApp"/>, null for the others.</summary>
    public string? App { get; init; }
}

/// <summary>What can happen to cookies outside of any page.</summary>
public enum CookieDeed
{
    /// <summary>The user deletes an app's cookies.</summary>
    ForgetApp,

    /// <summary>The user deletes the identity provider's cookies.</summary>
    ForgetProvider,

    /// <summary>The user deletes the cookies of the login endpoint's session.</summary>
    DeleteSession,

    /// <summary>The user clears all cookies.</summary>
    ClearAll,

    /// <summary>Somebody copies the cookies of the login endpoint's session.</summary>
    CopySession,

    /// <summary>The copies are put into the browser.</summary>
    PasteSession,

    /// <summary>The values of the login endpoint's session cookies are changed.</summary>
    AlterSession,
}

/// <summary>Goes on at another device, which has a browser of its own.</summary>
/// <param name="Device">The device.</param>
public sealed record UseDevice(string Device) : Act;

/// <summary>The user signs in at the identity provider itself, before anybody sends the browser there.</summary>
/// <param name="User">Who.</param>
public sealed record SignInAtProvider(string User) : Act;

/// <summary>The app's server uses its refresh token.</summary>
/// <param name="App">The app.</param>
public sealed record Refresh(string App) : Act;
