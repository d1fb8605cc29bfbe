using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;

namespace KmsiConformance.Serving;

/// <summary>
/// The apps that come along, so that a person can try every flow without writing one. They are the apps of the
/// scenarios: web apps with a session of their own, at <c>https://groceries.localhost:PORT</c> and so on.
/// </summary>
internal sealed class ServedApps : IAsyncDisposable
{
    private const int EventsKept = 500;

    private static readonly TimeSpan AppSession = TimeSpan.FromMinutes(5);

    private readonly List<LoginEndpoint> _logins = [];
    private readonly IReadOnlyList<RelyingParty> _apps;
    private readonly LoopbackServer _server;

    private ServedApps(IReadOnlyList<RelyingParty> apps, LoopbackServer server, RecentEvents events)
    {
        _apps = apps;
        _server = server;
        Events = events;
    }

    public static IReadOnlyList<string> Names { get; } = ["groceries", "pharmacy"];

    /// <summary>What the apps have seen.</summary>
    public RecentEvents Events { get; }

    /// <summary>The apps as they must be registered.</summary>
    public IReadOnlyList<AppRegistration> Registrations => [.. _apps.Select(app => app.Registration(Origin(app.Name)))
        .Select(app => new AppRegistration(app.ClientId, app.Name, app.RedirectUris, app.LogoutUrl))];

    public string Origin(string name) => _server.Origin(name);

    public static async Task<ServedApps> StartAsync(TimeProvider clock, int port, CancellationToken cancellation)
    {
        var events = new RecentEvents(EventsKept);
        var ledger = new WorldLedger("serve", clock, events.Add, keep: false);
        var apps = Names.Select(name => RelyingParty.Of(Options(name), ledger, clock)).ToList();
        var server = await LoopbackServer.StartAsync(
            clock,
            web =>
            {
                web.UseRouting();
                foreach (var app in apps) app.Map(web);
            },
            port, cancellation);
        return new ServedApps(apps, server, events);
    }

    /// <summary>Tells the apps whom they trust.</summary>
    public void Connect(IReadOnlyDictionary<string, string> discoveryByPolicy, TimeProvider clock)
    {
        var logins = discoveryByPolicy.ToDictionary(policy =>
            policy.Key, policy => new LoginEndpoint(policy.Value, clock), StringComparer.Ordinal);
        _logins.AddRange(logins.Values);
        foreach (var app in _apps)
            app.Connect(new AppSurroundings(_server.Origin(app.Name), _server.Origin(KnownSites.Stranger), logins.Values.First(),
                logins.Values.Skip(1).FirstOrDefault() ?? logins.Values.First()) { ByPolicy = logins });
    }

    /// <summary>Ends the apps' own sessions, and forgets what they have seen.</summary>
    public void Forget()
    {
        foreach (var app in _apps) app.Forget();
        Events.Clear();
    }

    private static AppOptions Options(string name) =>
        new(name, name, AppSession, Persistent: false, "query") { LogoutUrl = LogoutUrlBehaviour.Works };

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        foreach (var login in _logins) login.Dispose();
    }
}
