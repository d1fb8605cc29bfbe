using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Enumeration;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using WireMock.Server;
using WireMock.Settings;

namespace KmsiConformance.ThirdParties;

/// <summary>Answers that somebody wrote down, as a file of WireMock mappings.</summary>
/// <param name="File">How messages call the file.</param>
/// <param name="Text">A JSON list of mappings.</param>
public sealed record Script(string File, string Text);

/// <summary>
/// A site that answers what a script says and nothing else (404). It listens on the loopback interface only, over TLS with
/// the certificate of all our sites, and keeps no state but that of its script.
/// </summary>
public sealed class ScriptedSite : IAsyncDisposable
{
    private readonly WireMockServer _server;
    private readonly string _name;
    private readonly Dictionary<Guid, Mapping> _mappings = [];

    // WireMock writes its log when it answers: whoever waits is missing there.
    private readonly ConcurrentDictionary<string, (string Method, string Path)> _waiting;

    private ScriptedSite(string name, WireMockServer server, ConcurrentDictionary<string, (string Method, string Path)> waiting)
    {
        _name = name;
        _server = server;
        _waiting = waiting;
    }

    /// <summary>The origin without a trailing slash, for example <c>https://desk.localhost:4711</c>.</summary>
    public string Origin => string.Create(CultureInfo.InvariantCulture, $"https://{_name}.localhost:{_server.Port}");

    /// <summary>The mappings that nobody has asked for, each with its file: what they say has had no effect.</summary>
    public IReadOnlyList<string> NeverAsked
    {
        get
        {
            var asked = _server.LogEntries.Select(entry => entry.MappingGuid).ToHashSet();
            return [.. _mappings
                .Where(mapping =>
                    !asked.Contains(mapping.Key) && !_waiting.Values.Any(request => mapping.Value.Fits(request.Method, request.Path)))
                .Select(mapping => mapping.Value.Name)];
        }
    }

    /// <summary>What was asked for that no mapping answers, for example <c>GET /keys</c>.</summary>
    public IReadOnlyList<string> Unscripted =>
        [.. _server.LogEntries.Where(entry => entry.MappingGuid is null)
            .Select(entry => $"{entry.RequestMessage?.Method} {entry.RequestMessage?.Path}").Distinct(StringComparer.Ordinal)];

    /// <summary>Starts the site.</summary>
    /// <param name="name">Its host: <c>desk</c> lives on <c>desk.localhost</c>.</param>
    /// <param name="scripts">What it answers; already checked.</param>
    /// <param name="origins">Addresses that scripts name as <c>${name}</c>; <c>${self}</c> is this site's own.</param>
    /// <param name="port">The port to listen on; 0 takes a free one.</param>
    /// <exception cref="PortInUseException">Another process listens on the port.</exception>
    public static ScriptedSite Start(string name, IReadOnlyList<Script> scripts, IReadOnlyDictionary<string, string> origins, int port = 0)
    {
        var waiting = new ConcurrentDictionary<string, (string Method, string Path)>(StringComparer.Ordinal);
        var site = new ScriptedSite(name, Listen(port, waiting), waiting);
        foreach (var script in scripts) site.Play(script, origins);
        return site;
    }

    public ValueTask DisposeAsync()
    {
        _server.Stop();
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    private static WireMockServer Listen(int port, ConcurrentDictionary<string, (string Method, string Path)> waiting)
    {
        try
        {
            return WireMockServer.Start(new WireMockServerSettings
            {
                Urls = [string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{port}")],

                // Not as one of these settings: they are written to a log as a whole, and the key of a certificate cannot be.
                AdditionalServiceRegistration = services => services.Configure<KestrelServerOptions>(
                    kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = LoopbackCertificate.Instance)),
                PreWireMockMiddlewareInit = pipeline =>
                    ((IApplicationBuilder)pipeline).Use(async (HttpContext context, RequestDelegate next) =>
                {
                    waiting[context.TraceIdentifier] = (context.Request.Method, context.Request.Path.Value ?? "");
                    await next(context);
                    waiting.TryRemove(context.TraceIdentifier, out _);
                }),

                // Whoever may call the site must not be able to script it, or to read what others sent.
                StartAdminInterface = false,
                AllowCSharpCodeMatcher = false,
            });
        }
        catch (Exception refused) when (port != 0)
        {
            throw new PortInUseException(port, refused);
        }
    }

    private void Play(Script script, IReadOnlyDictionary<string, string> origins)
    {
        var text = script.Text.Replace("${self}", Origin, StringComparison.Ordinal);
        foreach (var (name, origin) in origins) text = text.Replace($"${{{name}}}", origin, StringComparison.Ordinal);
        foreach (var mapping in JArray.Parse(text).OfType<JObject>())
        {
            var id = Guid.NewGuid();
            mapping["Guid"] = id.ToString("D");
            _mappings[id] = new Mapping($"{script.File}: {mapping["Title"]}", mapping);
            _server.WithMapping(mapping.ToString());
        }
    }

    private sealed record Mapping(string Name, JObject Json)
    {
        public bool Fits(string method, string path) =>
            FileSystemName.MatchesSimpleExpression(Json["Request"]?["Path"]?.ToString(), path, ignoreCase: false)
            && (Json["Request"]?["Methods"] is not JArray methods || methods.Any(known => known.ToString() == method));
    }
}
