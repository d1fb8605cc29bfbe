using System.Collections.Concurrent;
using System.Globalization;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Tests.EndToEnd.Sites;

/// <summary>A site whose clock can be set by a call, and whose sessions live as sessions of real products do.</summary>
internal sealed class TimedSite : IAsyncDisposable
{
    private const string Form =
        "<form method=post action=/sign-in><label>User name <input name=user></label>"
        + "<label>Password <input type=password name=password></label>"
        + "<label><input type=checkbox name=remember> Remember me</label><button>Sign in</button></form>";

    private const string Sid = "sid";
    private const string Twin = "sid_compat";
    private const string Remember = "remember";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(10);

    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly SetClock _clock = new();
    private readonly string _kind;
    private LoopbackServer _server = null!;

    // How long nobody may have used a session, and how old it may be; null for those of the kind.
    private readonly TimeSpan? _idle;
    private readonly TimeSpan? _overall;

    private readonly DateTimeOffset _begun;

    private TimedSite(string kind, TimeSpan? idle, TimeSpan? overall)
    {
        (_kind, _idle, _overall) = (kind, idle, overall);
        _begun = _clock.GetUtcNow();
    }

    public string Origin => $"http://127.0.0.1:{_server.Port}";

    /// <summary>Starts one.</summary>
    /// <param name="kind">How its sessions live; see <see cref="Use"/>.</param>
    /// <param name="idle">After how long without use they end; null leaves that to the kind.</param>
    /// <param name="overall">How old they get, however much they are used; null for any age.</param>
    public static async Task<TimedSite> StartAsync(string kind, TimeSpan? idle = null, TimeSpan? overall = null)
    {
        var site = new TimedSite(kind, idle, overall);
        site._server = await LoopbackServer.StartPlainAsync(site._clock, site.Map);
        return site;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // Whenever the tests run, it is ten in the morning when the site begins.
    private double Day(DateTimeOffset at) => Math.Floor((at - _begun + TimeSpan.FromHours(10)).TotalDays);

    private void Map(WebApplication app)
    {
        app.MapGet("/", () => Results.Text("here"));
        app.MapPost("/clock", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _clock.Ahead = TimeSpan.FromSeconds(long.Parse(await reader.ReadToEndAsync(), CultureInfo.InvariantCulture));
        });
        app.MapGet("/sign-in", () => Page(Form));
        app.MapPost("/sign-in", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            if (form["password"] != SmallSite.Password) return Page(Form);
            Begin(context, form.ContainsKey("remember"));
            return Results.Redirect("/account");
        });
        app.MapGet("/account", (HttpContext context) =>
            IsSignedIn(context)
                ? Page("<form method=post action=/sign-out><button>Log out</button></form>")
                : Results.Redirect("/sign-in"));
        app.MapPost("/sign-out", (HttpContext context) =>
        {
            foreach (var name in new[] { Sid, Twin })
            {
                if (context.Request.Cookies[name] is { } id) _sessions.TryRemove(id, out _);
                context.Response.Cookies.Delete(name);
            }

            return Results.Redirect("/");
        });
    }

    // How long a session lives, and what use does to it.
    private bool Use(Session session)
    {
        var now = _clock.GetUtcNow();
        var isAlive = _kind switch
        {
            // Each ends with its day, at whatever hour it began.
            "ends at midnight" => Day(now) == Day(session.Born),
            _ => now < session.Until && (_overall is not { } overall || now < session.Born + overall),
        };
        if (!isAlive) return false;
        session.Until = _kind switch
        {
            // Eight hours, and an hour from each use on at least.
            "is extended by an hour" => Later(session.Until, now + TimeSpan.FromHours(1)),

            // A day, anew by use in its last hour.
            "is renewed in its last hour" when session.Until - now < TimeSpan.FromHours(1) => now + Length,
            "is renewed in its last hour" => session.Until,
            _ => now + Length,
        };
        return true;
    }

    private TimeSpan Length => _kind switch
    {
        _ when _idle is { } idle => idle,
        "is extended by an hour" => TimeSpan.FromHours(8),
        "is renewed in its last hour" => TimeSpan.FromDays(1),
        "is remembered by a token" => TimeSpan.FromMinutes(45),
        _ => TimeSpan.FromHours(3),
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private bool IsSignedIn(HttpContext context)
    {
        Session? Presented(string name) => _sessions.GetValueOrDefault(context.Request.Cookies[name] ?? "");
        if (new[] { Sid, Twin }.Select(Presented).Any(session => session is not null && Use(session))) return true;

        // Good for one use, which gives another for the same time.
        if (context.Request.Cookies[Remember] is not { } token || !_tokens.TryRemove(token, out var until) || _clock.GetUtcNow() >= until)
            return false;
        Begin(context, remember: false);
        Give(context, Remember, Token(until), until);
        return true;
    }

    private void Begin(HttpContext context, bool remember)
    {
        var (id, now) = (Guid.NewGuid().ToString("N"), _clock.GetUtcNow());
        var twice = _kind == "is in either of two cookies";
        _sessions[id] = new Session(now) { Until = now + (twice && remember ? Kept : Length) };
        DateTimeOffset? until = twice && remember ? now + Kept : null;
        Give(context, Sid, id, until);
        if (twice) Give(context, Twin, id, until);
        if (!twice && remember) Give(context, Remember, Token(now + Kept), now + Kept);
    }

    private string Token(DateTimeOffset until)
    {
        var token = Guid.NewGuid().ToString("N");
        _tokens[token] = until;
        return token;
    }

    private static void Give(HttpContext context, string name, string value, DateTimeOffset? until) =>
        context.Response.Cookies.Append(name, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Expires = until });

    private static IResult Page(string body) =>
        Results.Content($"<!doctype html><html lang=en><title>Shop</title>{body}", "text/html");

    private sealed record Session(DateTimeOffset Born)
    {
        public DateTimeOffset Until { get; set; }
    }

    private sealed class SetClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
