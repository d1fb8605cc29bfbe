using System.Security.Cryptography;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Serving.Control;
using KmsiConformance.Sites;
using KmsiConformance.ThirdParties;

namespace KmsiConformance.Serving;

/// <summary>
/// The reference login endpoint as a service of its own: the endpoint, the apps that come along, and the control
/// interface, each on a port of its own, on one clock. Whatever else is to be served is started here. A site without a protocol has
/// no apps: its own pages take their place.
/// </summary>
public sealed class ServedReference : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _started = new();

    private readonly ServedProviders? _providers;

    private ServedReference(ServeOptions options, OffsetClock clock, ServedProviders? providers)
    {
        Options = options;
        Clock = clock;
        _providers = providers;
        if (providers is not null) _started.Push(providers);
    }

    public ServeOptions Options { get; }

    public OffsetClock Clock { get; }

    public ReferenceServer Login { get; private set; } = null!;

    /// <summary>Where the control interface listens, for example <c>http://127.0.0.1:4712</c>.</summary>
    public string ControlOrigin { get; private set; } = "";

    /// <summary>Who knows it may use the control interface.</summary>
    public string ControlToken { get; private set; } = "";

    /// <summary>The page for people; the token is in the fragment, which no browser sends anywhere.</summary>
    public string StartPage => $"{ControlOrigin}/#token={ControlToken}";

    /// <summary>The apps that come along, by name, with their origins; none where a site is served.</summary>
    public IReadOnlyDictionary<string, string> AppOrigins => Apps is { } apps
        ? ServedApps.Names.ToDictionary(name => name, apps.Origin, StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The site without a protocol; null where a login endpoint of apps is served.</summary>
    public ServedSite? Site => IsSite(Options) ? new ServedSite(Login.Origin, Options.Site) : null;

    /// <summary>The REST services that policies call; null when there are no stubs.</summary>
    public ScriptedSite? Stubs { get; private set; }

    /// <summary>Where the services are reached that policies call: those that live elsewhere are answered by the stubs.</summary>
    public ServiceHosts Services => Stubs is { } stubs ? new ServiceHosts { Others = stubs.Origin } : ServiceHosts.None;

    /// <summary>
    /// What a certificate must be for an application to know that it talks to this service: SHA-256 of the certificate's
    /// octets, 64 digits in capitals. Another one at each start.
    /// </summary>
    public static string CertificateSha256 => LoopbackCertificate.Instance.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>The same certificate as a PEM file holds it, without its key.</summary>
    public static string CertificatePem => LoopbackCertificate.Instance.ExportCertificatePem() + "\n";

    internal ServedApps? Apps { get; private set; }

    private AppRegistration OwnApp => new("app", "your app", Options.RedirectUris, Options.LogoutUrl)
    {
        BackChannelLogoutUri = Options.BackChannelLogoutUri,
    };

    /// <summary>Starts everything.</summary>
    /// <exception cref="ArgumentException">The faults are unknown, or do not go together.</exception>
    /// <exception cref="PortInUseException">Another process listens on one of the ports.</exception>
    public static async Task<ServedReference> StartAsync(ServeOptions options, CancellationToken cancellation = default)
    {
        var clock = new OffsetClock(options.RealTime);
        if (IsSite(options))
            return await StartedAsync(new ServedReference(options with { Policies = [] }, clock, providers: null), cancellation);
        var providers = await ServedProviders.StartAsync(clock, cancellation);
        var policies = options.Policies.Count > 0 ? options.Policies : StandardPolicies.Of(options.Readings);

        // Other products than B2C do without policies, and so without the one that offers providers.
        if (options.Policies.Count == 0 && options.Readings.Product == LoginProduct.B2c)
            policies = [.. policies, providers.Policy(options.Readings)];
        return await StartedAsync(new ServedReference(options with { Policies = policies }, clock, providers), cancellation);
    }

    /// <summary>As it was at the start: nobody is signed in, nothing is remembered, and the clock shows real time.</summary>
    public void Reset()
    {
        Clock.Reset();
        Login.Operator.Reset();
        Apps?.Forget();
        _providers?.Forget();
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var part)) await part.DisposeAsync();
    }

    private async Task StartPartsAsync(CancellationToken cancellation)
    {
        var policies = Options.Policies;
        if (Options.Stubs.Count > 0)
            _started.Push(
                Stubs = ScriptedSite.Start(
                    StubFolder.Site, Options.Stubs, new Dictionary<string, string>(StringComparer.Ordinal), Options.StubsPort));
        if (!IsSite(Options)) _started.Push(Apps = await ServedApps.StartAsync(Clock, Options.AppsPort, cancellation));
        _started.Push(Login = await ReferenceServer.StartAsync(
            new ReferenceOptions
            {
                Clock = Clock,
                Readings = Options.Readings,
                Policies = policies,
                Faults = Options.Faults,
                AzureAd = StandardAccounts.Of(Options.Users),
                Web = Options.Site,
                Port = Options.Port,
                Users = Options.Users,
                Services = Services,
                PolicyKeys = _providers?.PolicyKeys ?? new Dictionary<string, string>(StringComparer.Ordinal),
                Apps = Apps is { } apps ? [.. apps.Registrations, OwnApp] : [],
            },
            cancellation));
        _providers?.Connect(Login, policies);
        Apps?.Connect(
            policies.ToDictionary(policy => policy.PolicyId, policy => Login.Discovery(policy.PolicyId), StringComparer.Ordinal), Clock);

        var control = await ControlServer.StartAsync(this, Options.ControlPort, cancellation);
        _started.Push(control);
        ControlOrigin = control.Origin;
        ControlToken = control.Token;
    }

    private static bool IsSite(ServeOptions options) => options.Readings.Product == LoginProduct.Web;

    private static async Task<ServedReference> StartedAsync(ServedReference served, CancellationToken cancellation)
    {
        try
        {
            await served.StartPartsAsync(cancellation);
            return served;
        }
        catch
        {
            await served.DisposeAsync();
            throw;
        }
    }
}
