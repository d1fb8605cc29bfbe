using KmsiConformance.Apps;

namespace KmsiConformance.Targets.Files;

/// <summary>A target as its file says it is, for one world.</summary>
/// <param name="file">The file.</param>
/// <param name="places">What the instance puts in.</param>
/// <param name="clock">How its time is moved; null where it cannot be.</param>
/// <param name="gone">Why nothing more can be seen of it; null while all is well.</param>
public sealed class DeclaredTarget(TargetFile file, Places places, IClockFacet? clock, Func<string?> gone) : ITarget
{
    private readonly DeclaredAccounts? _accounts = file.AccountEvents.Count > 0 ? new DeclaredAccounts(file, places) : null;

    /// <inheritdoc/>
    public IReadOnlyList<string> LoginSites => [.. LoginSitesOf(file, places)];

    /// <inheritdoc/>
    public TargetPolicy Policy => file.Policy;

    /// <inheritdoc/>
    public OpenIdConnectFacet? OpenIdConnect =>
        file.Discovery is { } discovery ? new OpenIdConnectFacet(places.Fill(discovery), null) : null;

    /// <inheritdoc/>
    public IReadOnlyList<int> Processes { get; init; } = [];

    /// <inheritdoc/>
    public SamlFacet? Saml => file.SamlMetadata is { } metadata ? new SamlFacet(places.Fill(metadata)) : null;

    /// <inheritdoc/>
    public ISignInLogFacet? SignInLog => null;

    /// <inheritdoc/>
    public IIdentityProvidersFacet? IdentityProviders => null;

    /// <inheritdoc/>
    public IAccountsFacet? Accounts => _accounts;

    /// <inheritdoc/>
    public IClockFacet? Clock => clock;

    /// <inheritdoc/>
    public string? Gone => gone();

    /// <summary>Asks one that nobody here started whether it is still there, and says why not; null where somebody did.</summary>
    public Func<CancellationToken, Task<string?>>? Asks { get; init; }

    /// <inheritdoc/>
    public Task<string?> WhyGoneAsync(CancellationToken cancellation) => Asks?.Invoke(cancellation) ?? Task.FromResult(Gone);

    /// <inheritdoc/>
    public IReadOnlyList<string> OnlyHosts =>
    [
        .. LoginSites.Select(site => site.Split(':')[0]), .. file.Hosts,
        .. file.Apps.Values.Select(app => app.ProxiedBy).OfType<string>().Select(tunnel => new Uri(places.Fill(tunnel)).Host),
    ];

    /// <inheritdoc/>
    public bool MayHavePasswords(Uri page) => LoginSites.Contains(page.Authority, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public TargetUser User(string name) => file.Users.TryGetValue(name, out var user)
        ? new TargetUser(user.UserName, _accounts?.Password(name) ?? places.Password(name))
        {
            OneTimeCode = places.Authenticator(name) is { } app ? app.At : null,
        }
        : throw new UnknownUserException(name, file.Users.Keys);

    /// <summary>Puts the accounts back; the instance is its place's.</summary>
    public ValueTask DisposeAsync() => _accounts?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>What an app shows; one that the file does not name shows its name.</summary>
    public static AppCredentials CredentialsOf(TargetFile file, Places places, string app) =>
        file.Apps.TryGetValue(app, out var known)
            ? new AppCredentials(known.ClientId, places.ClientSecret(app)) { Certificate = places.Certificate(app) }
            : new AppCredentials(app, null);

    /// <summary>Host and port of each site of an instance on which its pages stand, the main one first.</summary>
    public static IEnumerable<string> LoginSitesOf(TargetFile file, Places places) =>
        new[] { file.Site, file.Discovery, file.SamlMetadata }.OfType<string>().Concat(file.Sites)
            .Select(site => new Uri(places.Fill(site)).Authority).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the apps of an instance stand.</summary>
    public static IReadOnlyDictionary<string, AppPlace> AppsOf(TargetFile file, Places places) => file.Apps.ToDictionary(
        app => app.Key,
        app =>
        {
            var back = app.Value.BackChannel is { } address ? new Uri(places.Fill(address)) : null;
            var standard = new AppPlace();
            return standard with
            {
                OnSite = app.Value.OnSite,
                Origin = places.Fill(app.Value.RegisteredOrigin),
                ListensAt = app.Value.ProxiedBy is null ? null : places.Fill(app.Value.Origin),
                Callback = app.Value.Callback,
                SignedOut = app.Value.SignedOut,
                LogoutUrl = app.Value.FrontChannel ?? standard.LogoutUrl,
                AssertionConsumer = app.Value.AssertionConsumer,
                SingleLogout = app.Value.SingleLogout ?? standard.SingleLogout,
                BackChannel = back?.AbsolutePath ?? standard.BackChannel,
                ServerOrigin = back?.GetLeftPart(UriPartial.Authority) is { } server && server != app.Value.ProxiedBy ? server : null,
            };
        },
        StringComparer.Ordinal);
}
