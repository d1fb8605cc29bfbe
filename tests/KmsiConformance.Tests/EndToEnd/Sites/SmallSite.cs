using System.Collections.Concurrent;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Tests.EndToEnd.Sites;

/// <summary>A site with a sign-in page, a protected page and a sign-out, and no protocol; with one thing wrong on demand.</summary>
internal sealed partial class SmallSite : IAsyncDisposable
{
    public const string Password = "correct-horse-1";

    // A look and a measurement of cookies take fewer.
    private const int Few = 7;

    private const string Form =
        "<form method=post action=/sign-in><label>User name <input name=user></label>"
        + "<label>Password <input type=password name=password></label>"
        + "<label><input type=checkbox name=remember> Remember me</label><input type=hidden name=next value='NEXT'>"
        + "<button>Sign in</button></form>";

    private const string SignOut = "<form method=post action=/sign-out><button>Log out</button></form>";

    // Whoever is shown it is asked for something, and by no sign that any recipe knows.
    private const string OddForm = "<form method=post><input name=q1><input name=q2><button>Go</button></form>";

    private readonly ConcurrentDictionary<string, string> _users = new(StringComparer.Ordinal);
    private readonly string _wrong;
    private string? _cameLast;
    private int _tried;
    private LoopbackServer _server = null!;

    private SmallSite(string wrong) => _wrong = wrong;

    /// <summary>The traces that requests said they belong to, as they came.</summary>
    public ConcurrentQueue<string> Traces { get; } = new();

    public string Origin => $"http://127.0.0.1:{_server.Port}";

    /// <summary>Starts one.</summary>
    /// <param name="wrong">What is wrong with it; empty for nothing.</param>
    public static async Task<SmallSite> StartAsync(string wrong = "")
    {
        var site = new SmallSite(wrong);
        site._server = await LoopbackServer.StartPlainAsync(TimeProvider.System, site.Map);
        return site;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Headers.TraceParent is [{ } trace]) Traces.Enqueue(trace);
            return next(context);
        });
        app.MapGet("/", () => Page("Home", "<a href=/sign-in>Sign in</a>"));
        app.MapGet("/account", Account);
        app.MapGet("/sign-in", (HttpContext context) =>
        {
            // What is in the browser before becomes the session where that is what is wrong.
            if (Is("keeps the session id") && Presented(context).Length == 0) Give(context, Guid.NewGuid().ToString("N"), lasts: false);
            if (SignedIn(context) is not null && _wrong.StartsWith("sends on", StringComparison.Ordinal))
                return Results.Redirect(
                    Is("sends on whoever is signed in to any address") && context.Request.Query["next"].ToString() is { Length: > 0 } any
                        ? any : "/account");
            return Is("asks for the name first") && !context.Request.Query.ContainsKey("user")
                ? Page("Sign in", NameForm(context.Request.Query["next"].ToString()))
                : Ask(context.Request.Query["next"].ToString(), context.Request.Query["user"].ToString());
        });
        app.MapPost("/sign-in", (Func<HttpContext, Task<IResult>>)SignInAsync);
        MapOwnAccount(app);
        app.MapPost("/sign-out", (HttpContext context) =>
        {
            if (Is("stays signed in")) return Results.Redirect("/");
            _users.TryRemove(Presented(context), out _);
            context.Response.Cookies.Delete(Session);
            return Results.Redirect("/");
        });
    }

    // A name that no recipe knows.
    private string Session => Is("names its cookie oddly") ? "shop-auth" : "sid";

    private bool Is(string wrong) => _wrong == wrong;

    private IResult Account(HttpContext context)
    {
        var user = _users.GetValueOrDefault(Presented(context));
        if (user is not null && Is("greets whoever came last")) user = _cameLast;
        if (user is not null) context.Response.Headers.CacheControl = Is("lets browsers store its pages") ? "max-age=600" : "no-store";
        if (user is not null || Is("protects nothing"))
            return Page("Account", $"<p id=who>Hello {user}!</p>{(Is("shows no sign-out") ? "" : SignOut)}");
        return _wrong switch
        {
            "asks at the protected address" => Ask("/account"),
            "asks in an odd way" => Page("Account", OddForm),
            "leads home" => Results.Redirect("/"),
            "shows an error" => Results.Content("<title>Oops</title><h1>Something went wrong</h1>", "text/html", null, 500),
            "shows an error as success" => Page("Oops", "<h1>Something went wrong</h1>"),
            "shows an empty page" => Page("Account", ""),
            _ => Results.Redirect("/sign-in?next=%2Faccount"),
        };
    }

    private async Task<IResult> SignInAsync(HttpContext context)
    {
        var tried = Interlocked.Increment(ref _tried);
        if (Is("takes few sign-ins") && tried == Few) return Results.Content("Slow down", "text/plain", null, 429);
        if (Is("locks accounts") && tried >= Few) return Results.Content("Locked", "text/plain", null, 423);
        var form = await context.Request.ReadFormAsync();
        var next = form["next"].ToString();
        if (form["password"] != PasswordOf(form["user"].ToString()) && !Is("takes any password"))
            return Page("Sign in", "<p role=alert>Wrong password.</p>" + Form.Replace("NEXT", next, StringComparison.Ordinal));
        var session = Is("keeps the session id") && Presented(context) is { Length: > 0 } before ? before : Guid.NewGuid().ToString("N");
        _users[session] = _cameLast = form["user"].ToString();
        Give(context, session, form.ContainsKey("remember") && !Is("ignores the box"));
        return Results.Redirect(next.Length > 0 && (IsOwn(next) || Is("follows any address")) ? next : "/account");
    }

    // Two slashes begin the name of a host.
    private static bool IsOwn(string address) => address.Length > 0 && address[0] == '/'
        && !(address.Length > 1 && address[1] is '/' or '\\');

    private void Give(HttpContext context, string session, bool lasts)
    {
        var attributes = new CookieOptions
        {
            HttpOnly = !Is("lets scripts read the cookie"),
            SameSite = Is("says no SameSite") ? SameSiteMode.Unspecified : SameSiteMode.Lax,
            MaxAge = lasts ? TimeSpan.FromDays(14) : null,
        };
        context.Response.Cookies.Append(Session, session, attributes);
        if (Is("sets another cookie too"))
            context.Response.Cookies.Append("theme", "light", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
    }

    private string Presented(HttpContext context) => context.Request.Cookies[Session] ?? "";

    private static IResult Ask(string next, string user = "")
    {
        var form = Form.Replace("NEXT", next, StringComparison.Ordinal);
        return Page(
            "Sign in",
            user.Length == 0 ? form
                : form.Replace("<label>User name <input name=user></label>", $"<input type=hidden name=user value={user}>",
                    StringComparison.Ordinal));
    }

    private static string NameForm(string next) =>
        "<form action=/sign-in><label>User name <input name=user autocomplete=username></label>"
        + $"<input type=hidden name=next value='{next}'><button>Next</button></form>";

    private static IResult Page(string title, string body) =>
        Results.Content($"<!doctype html><html lang=en><title>{title}</title><h1>{title}</h1>{body}", "text/html");
}
