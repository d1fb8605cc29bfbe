using KmsiConformance.Browsers;
using KmsiConformance.Clocks;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Tests.Browsers;

/// <summary>A site with every page that the browser tests need; its answers are dated by the world's clock.</summary>
internal sealed class CookieSite : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private CookieSite(LoopbackServer server) => _server = server;

    public static PageSigns Signs { get; } = new(
        UserName: ["#missing", "#user"],
        Password: ["#password"],
        Submit: ["#send"],
        KeepMeSignedIn: ["#kmsi"],
        Message: ["#message"],
        ErrorPage: ["#error"],
        SignedOut: ["#signed-out"],
        InTransit: ["form#auto"]);

    public string Url(string path, string site = "shop") => _server.Origin(site) + path;

    public static async Task<CookieSite> StartAsync(TimeProvider clock) => new(await LoopbackServer.StartAsync(clock, Map));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static void Map(WebApplication app)
    {
        app.MapGet("/", () => Page("<h1>home</h1>"));
        app.MapGet("/set", (HttpContext context) =>
        {
            foreach (var cookie in context.Request.Query["c"])
                context.Response.Headers.Append("Set-Cookie", cookie);
            return Page("<h1>set</h1>");
        });
        app.MapGet("/links", () => Page(
            "<a href='/next?session=1'>next</a><a href='https://elsewhere.example/'>elsewhere</a><a>nowhere</a>"
            + "<map><area href='/area'></map><form action='/sent?a=1'><input name=action value=other></form><form></form>"));
        app.MapGet("/forget", (HttpContext context) =>
        {
            context.Response.Headers["Clear-Site-Data"] = context.Request.Query["what"];
            return Page("<h1>forgotten</h1>");
        });
        app.MapGet("/seen", (HttpContext context) => Page($"<title>{context.Request.Headers.Cookie}</title>"));
        app.MapGet("/first", () => Results.Redirect("/second"));
        app.MapGet("/second", () => Results.Redirect("/last"));
        app.MapGet("/last", () => Page("<iframe src='/'></iframe><img src='/none.png'>"));
        app.MapGet("/none.png", () => Results.NotFound());
        app.MapGet("/broken", () => Results.Content(Head + "<p id=error>Out of order", "text/html", null, 503));
        app.MapGet("/empty", () => Results.StatusCode(500));
        app.MapGet("/slow", async (HttpContext context) =>
        {
            await RealTime.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
            return Results.Empty;
        });
        app.MapGet("/leaves-late", () =>
            Results.Content("<h1>wait</h1><script>setTimeout(() => location = '/last-slowly', 150)</script>", "text/html"));
        app.MapGet("/last-slowly", async () =>
        {
            await RealTime.Delay(TimeSpan.FromMilliseconds(500));
            return Page("<title>arrived</title>");
        });
        app.MapGet("/hops", (int left) => left == 0
            ? Page("<title>arrived</title>")
            : Results.Content(
                $"<h1>{left}</h1><iframe src='/plain'></iframe>"
                + $"<script>setTimeout(() => location.replace('/hops?left={left - 1}'), {left % 9 * 10})</script>", "text/html"));
        app.MapGet("/frames-later", () => Results.Content(
            "<h1>wait</h1><script>setTimeout(() => document.body.append(Object.assign(document.createElement('iframe'), "
            + "{ src: '/plain' })), 1000)</script>", "text/html"));
        app.MapGet("/auto", () => Results.Content(
            "<form id=auto method=post action=/posted></form><script>setTimeout(() => document.forms[0].submit(), 400)</script>",
            "text/html"));
        app.MapPost("/posted", () => Page("<title>posted</title>"));
        app.MapGet("/counted", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = context.Request.Query["say"];
            return Page($"<title>{Guid.NewGuid()}</title>");
        });
        app.MapGet("/plain", () => Results.Content("<title>plain</title>", "text/html"));
        MapSignIn(app);
    }

    /// <summary>The user whose welcome page nobody may store.</summary>
    public const string Unstored = "unstored";

    private static void MapSignIn(WebApplication app)
    {
        const string form =
            "<form method=post action=/login><input id=user name=user><input id=password name=password type=password>"
            + "<label><input type=checkbox id=kmsi name=kmsi value=yes>Keep me signed in</label><button id=send>Sign in</button></form>";
        app.MapGet("/login", () => Results.Content($"<title>login</title>{form}", "text/html"));
        app.MapPost("/login", (HttpContext context) =>
        {
            var (user, box) = (context.Request.Form["user"], context.Request.Form["kmsi"]);
            if (user == Unstored) context.Response.Headers.CacheControl = "no-store";
            return context.Request.Form["password"] == "right"
                ? Page($"<title>welcome {user} {box}</title>")
                : Results.Content($"<title>again</title><p id=message>Wrong password</p>{form}", "text/html");
        });

        // A page that asks its server by script and shows the same message again, as B2C's does.
        app.MapGet("/scripted", () => Results.Content("""
            <title>scripted</title><p id=message></p><input id=user><input id=password type=password><button id=send>Sign in</button>
            <script>let tries = 0;
            document.getElementById('send').onclick = async () => {
                const answer = await fetch('/check?password=' + document.getElementById('password').value);
                if (answer.ok) { location = '/last-slowly'; return; }
                document.title = 'rejected ' + ++tries;
                document.getElementById('message').textContent = 'Wrong password';
            };</script>
            """, "text/html"));
        // A page that signs in without ever leaving its document, and then shows nothing that is known.
        app.MapGet("/single-page", () => Results.Content("""
            <title>single</title><div><input id=user><input id=password type=password><button id=send>Sign in</button></div>
            <script>document.getElementById('send').onclick = async () => {
                document.querySelector('div').hidden = true;
                await fetch('/check?password=right');
                document.title = 'in';
            };</script>
            """, "text/html"));
        app.MapGet("/asks-for-ever", () => Page("<script>fetch('/slow')</script>"));
        app.MapGet("/check", async (string password) =>
        {
            await RealTime.Delay(TimeSpan.FromMilliseconds(400));
            return password == "right" ? Results.Ok() : Results.Unauthorized();
        });
    }

    private const string Head = "<!doctype html><meta name='kmsi-page' content='app'>";

    private static IResult Page(string body) => Results.Content(Head + body, "text/html");
}
