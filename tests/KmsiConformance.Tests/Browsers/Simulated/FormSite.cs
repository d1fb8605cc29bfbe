using System.Globalization;
using KmsiConformance.Browsers;
using KmsiConformance.Sites;
using KmsiConformance.Suite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Tests.Browsers.Simulated;

/// <summary>Pages with forms, frames and ways to leave. What reaches <c>/echo</c> comes back as the title of its page.</summary>
internal sealed class FormSite : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);

    private FormSite(Func<Action<WebApplication>, Task<LoopbackServer>> start) => _server = start(Map).GetAwaiter().GetResult();

    public static PageSigns Signs { get; } = CookieSite.Signs with
    {
        InTransit = ["form#auto", "#leaving"],
        LeavesBy = ["#onwards"],
        ScriptFills = new Dictionary<string, string> { ["#by-script"] = "known" },
        Wire = new WireCalls(
            "SETTINGS",
            new CredentialCall("{+base}/check?p={policy}", new Dictionary<string, string> { ["X-Token"] = "{+token}" },
                new Dictionary<string, string> { ["kind"] = "R" },
                new Dictionary<string, string> { ["status"] = "200" }, "message"),
            "{+base}/done?box={ticked}&t={token}"),
    };

    public static FormSite Start(TimeProvider clock) => new(map => LoopbackServer.StartAsync(clock, map));

    public string Url(string path, string site = "shop") => _server.Origin(site) + path;

    /// <summary>Puts up a page and gives its address.</summary>
    public string Page(string body, string site = "shop")
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/page/{_pages.Count}");
        _pages[path] = body;
        return Url(path, site);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapGet("/page/{number}", (HttpContext context) => Html(_pages[context.Request.Path]));
        app.Map("/echo", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var type = context.Request.ContentType?.Split(';')[0];
            var body = System.Net.WebUtility.HtmlEncode(await reader.ReadToEndAsync());
            return Html($"<title>{context.Request.Method} {context.Request.QueryString} {type} {body}</title>");
        });
        app.Map("/cookie", (HttpContext context) => Html($"<title>{context.Request.Headers.Cookie}</title>"));
        app.Map("/set", (HttpContext context) =>
        {
            context.Response.Headers.Append("Set-Cookie", context.Request.Query["c"]);
            return Html("");
        });
        app.Map("/to/{status:int}", (int status, string where, HttpContext context) =>
        {
            context.Response.Headers.Location = where;
            return Results.StatusCode(status);
        });
        app.MapGet("/circle", () => Results.Redirect("/circle"));
        app.MapGet("/none", () => Results.NoContent());
        app.MapPost("/check", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            var fine = form["password"] == "right" && form["kind"] == "R" && form["user"] == "alice"
                && context.Request.Headers["X-Token"] == "a b/c" && context.Request.Query["p"] == "x&y";
            return Results.Text(fine ? """{"status":"200"}""" : """{"status":"400","message":"Wrong password"}""", "text/json");
        });
        app.MapGet("/done", (HttpContext context) => Html($"<title>done {context.Request.QueryString}</title>"));
    }

    private static IResult Html(string body) => Results.Content($"<!doctype html>{body}", "text/html");
}
