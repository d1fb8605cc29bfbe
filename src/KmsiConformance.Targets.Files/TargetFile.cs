using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Apps;
using KmsiConformance.Suite;

namespace KmsiConformance.Targets.Files;

/// <summary>
/// Everything about a run against one login endpoint except its secrets, as one file says it. Text may hold places for
/// what only an instance knows; see <see cref="Places"/>.
/// </summary>
/// <param name="Name">Its name in reports: the file's, without folder and ending.</param>
/// <param name="Path">The file, absolute; other paths in it are relative to its folder.</param>
/// <param name="Profile">The profile that judges unless the command line names another.</param>
/// <param name="Recipe">How its pages are operated.</param>
/// <param name="Discovery">Address of its OpenID Connect discovery document; null for one that has none.</param>
/// <param name="Policy">The session settings that it declares.</param>
/// <param name="Apps">The apps registered there, by the names that scenarios use.</param>
/// <param name="Users">Its accounts, by the names that scenarios use.</param>
/// <param name="Clock">How its time is moved.</param>
/// <param name="Start">How it is started; null for one that runs already.</param>
public sealed record TargetFile(
    string Name,
    string Path,
    string Profile,
    Recipe Recipe,
    string? Discovery,
    TargetPolicy Policy,
    IReadOnlyDictionary<string, DeclaredApp> Apps,
    IReadOnlyDictionary<string, DeclaredUser> Users,
    TargetClock Clock,
    StartCommand? Start)
{
    /// <summary>Address of its metadata as a SAML identity provider; null for one that speaks no SAML.</summary>
    public string? SamlMetadata { get; init; }

    /// <summary>Origin of a site that speaks no protocol; null for one that speaks one.</summary>
    public string? Site { get; init; }

    /// <summary>Where it announces itself: its discovery document, its metadata where it has none, or the site.</summary>
    public string Address => Discovery ?? SamlMetadata ?? Site!;

    /// <summary>The kind of app that belongs to what it speaks, where that is one protocol or none.</summary>
    public string AppKind => Site is not null ? AppRequest.Site : Discovery is null ? "saml" : AppRequest.Default.Kind;

    /// <summary>The call that sets its time; null where <see cref="Clock"/> is not <see cref="TargetClock.Hook"/>.</summary>
    public ClockHook? ClockHook { get; init; }

    /// <summary>How it is told of what happens to its accounts, by the words of scenarios.</summary>
    public IReadOnlyDictionary<string, AccountHook> AccountEvents { get; init; } =
        new Dictionary<string, AccountHook>(StringComparer.Ordinal);

    /// <summary>Further origins on which its pages stand, besides those of its discovery document and its metadata.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>
    /// Whether its issuer is an address with the id of a tenant, as that of Azure AD and B2C is, and not the one above its
    /// discovery document, as OpenID Connect Discovery (4.3) wants it.
    /// </summary>
    public bool NamesIssuerByTenant { get; init; }

    /// <summary>Further hosts that its pages need, on which no password is typed.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>What the target is said not to have, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> Absent { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The version of the product, where the file names it.</summary>
    public string? Version { get; init; }

    /// <summary>Certificate authorities that its certificates may come from, besides the system's.</summary>
    public X509Certificate2Collection Trust { get; init; } = [];

    /// <summary>How much of it may be asked.</summary>
    public TargetLimits Limits { get; init; } = new(null, null);

    /// <summary>Failures that are expected, by scenario.</summary>
    public IReadOnlyDictionary<string, KnownFailure> Known { get; init; } =
        new Dictionary<string, KnownFailure>(StringComparer.Ordinal);

    /// <summary>The file of its own recipe, absolute; null where it takes one of the scenarios folder.</summary>
    public string? RecipeFile { get; init; }

    /// <summary>Where its secrets are kept.</summary>
    public IEnumerable<SecretReference> Secrets =>
    [
        .. Users.Values.Select(user => user.Password), .. Users.Values.Select(user => user.OneTimeCode).OfType<SecretReference>(),
        .. Apps.Values.Select(app => app.ClientSecret).OfType<SecretReference>(),
        .. Apps.Values.Select(app => app.SigningKey).OfType<SecretReference>(),
    ];

    /// <summary>The folder to which its paths are relative.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
}

/// <summary>How much may be asked of a target.</summary>
/// <param name="SignInsAMinute">Sign-ins tried within a minute at most; null for any number.</param>
/// <param name="Step">Real time that a step may take; null for the standard.</param>
public sealed record TargetLimits(int? SignInsAMinute, TimeSpan? Step);

/// <summary>How a target's time is moved.</summary>
public enum TargetClock
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a call that it offers.</summary>
    Hook,

    /// <summary>The wall clock of its processes, by the library that moves browsers' clocks too.</summary>
    Process,
}

/// <summary>An app as it is registered at the target.</summary>
/// <param name="ClientId">Its client id; of a SAML app its entity id.</param>
/// <param name="ClientSecret">Its secret; null for a public client.</param>
/// <param name="Origin">Scheme, host and port on which it listens.</param>
public sealed record DeclaredApp(string ClientId, SecretReference? ClientSecret, string Origin)
{
    /// <summary>The public address at which a tunnel takes what it delivers to <see cref="Origin"/>; null without a tunnel.</summary>
    public string? ProxiedBy { get; init; }

    /// <summary>Where browsers and servers find it: what is registered.</summary>
    public string RegisteredOrigin => ProxiedBy ?? Origin;

    /// <summary>Path of the redirect URI.</summary>
    public string Callback { get; init; } = "/signin-oidc";

    /// <summary>Path of the post-logout redirect URI.</summary>
    public string SignedOut { get; init; } = "/signed-out";

    /// <summary>Path of the front-channel sign-out; null for an app that is not told that way.</summary>
    public string? FrontChannel { get; init; }

    /// <summary>Address of the back-channel sign-out, whole; null for an app that is not told that way.</summary>
    public string? BackChannel { get; init; }

    /// <summary><c>web</c>, <c>spa</c>, <c>saml</c> or <c>site</c>.</summary>
    public string Kind { get; init; } = "web";

    /// <summary>Its pages, where it is a protected part of the target's own site; null for every other.</summary>
    public SitePaths? OnSite { get; init; }

    /// <summary>Whether it speaks SAML.</summary>
    public bool IsSaml => Kind == "saml";

    /// <summary>Path of a SAML app's AssertionConsumerService.</summary>
    public string AssertionConsumer { get; init; } = "/saml/acs";

    /// <summary>Path of a SAML app's SingleLogoutService; null for one that has none registered.</summary>
    public string? SingleLogout { get; init; }

    /// <summary>Whether it is told of sign-outs through the browser.</summary>
    public bool IsTold => (FrontChannel ?? SingleLogout) is not null;

    /// <summary>The certificate and the private key with which a SAML app signs, PEM; null for one made for each run.</summary>
    public SecretReference? SigningKey { get; init; }

    /// <summary>Whether it may ask for a refresh token.</summary>
    public bool OfflineAccess { get; init; }

    /// <summary>The response modes in which it may be answered.</summary>
    public IReadOnlyList<string> ResponseModes { get; init; } = ["query", "fragment", "form_post"];

    /// <summary>All that it may ask for and be told, as a scenario would want it.</summary>
    public AppRequest Everything => AppRequest.Default with
    {
        Kind = Kind, ResponseMode = ResponseModes[0], LogoutUrl = IsTold ? "works" : "none", BackChannel = BackChannel is not null,
        OfflineAccess = OfflineAccess,
    };
}

/// <summary>An account at the target.</summary>
/// <param name="UserName">What is typed as the user name.</param>
/// <param name="Password">What is typed as the password.</param>
/// <param name="OneTimeCode">What the account shares with an authenticator app, in Base32; null for one that has none.</param>
public sealed record DeclaredUser(string UserName, SecretReference Password, SecretReference? OneTimeCode);

/// <summary>How a product is started and ended.</summary>
/// <param name="Command">Program and arguments.</param>
/// <param name="Folder">The folder that it runs in.</param>
/// <param name="Environment">Variables besides the harness's own.</param>
/// <param name="Ready">The address that answers once it can be used.</param>
/// <param name="ReadyWithin">Real time until then at most.</param>
/// <param name="Fresh">Which worlds share an instance.</param>
/// <param name="Setup">Commands that install it once, before the first start.</param>
public sealed record StartCommand(
    IReadOnlyList<string> Command,
    string Folder,
    IReadOnlyDictionary<string, string> Environment,
    string Ready,
    TimeSpan ReadyWithin,
    Freshness Fresh,
    IReadOnlyList<IReadOnlyList<string>> Setup)
{
    /// <summary>The command that prints the product's version; null where none does.</summary>
    public IReadOnlyList<string>? Version { get; init; }

    /// <summary>What the set-up makes, absolute: where it is there, nothing is set up again. Null sets up every time.</summary>
    public string? Installed { get; init; }
}

/// <summary>Which worlds share an instance of a product.</summary>
public enum Freshness
{
    /// <summary>None: each has one of its own.</summary>
    Scenario,

    /// <summary>Those that follow each other on one worker.</summary>
    Worker,

    /// <summary>All, one after the other.</summary>
    Run,
}
