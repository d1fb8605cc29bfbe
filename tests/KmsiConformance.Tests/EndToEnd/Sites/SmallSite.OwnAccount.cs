using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Tests.EndToEnd.Sites;

/// <content>Its pages for whoever is signed in: another password, and the list of sessions.</content>
internal sealed partial class SmallSite
{
    private readonly ConcurrentDictionary<string, string> _passwords = new(StringComparer.Ordinal);

    public string PasswordOf(string user) => _passwords.GetValueOrDefault(user, Password);

    private void MapOwnAccount(WebApplication app)
    {
        app.MapGet("/password", (HttpContext context) => SignedIn(context) is null ? Ask("/password") : PasswordPage(""));
        app.MapPost("/password", (Func<HttpContext, Task<IResult>>)ChangePasswordAsync);
        app.MapGet("/sessions", (HttpContext context) => SignedIn(context) is { } user ? SessionsPage(context, user) : Ask("/sessions"));
        app.MapPost("/sessions", (HttpContext context) =>
        {
            if (SignedIn(context) is { } user) EndOthers(context, user);
            return Results.Redirect("/sessions");
        });
    }

    private string? SignedIn(HttpContext context) => _users.GetValueOrDefault(Presented(context));

    private async Task<IResult> ChangePasswordAsync(HttpContext context)
    {
        if (SignedIn(context) is not { } user) return Ask("/password");
        var form = await context.Request.ReadFormAsync();
        if (form["old"] != PasswordOf(user) || form["new"] != form["confirm"]) return PasswordPage("<p role=alert>That is not right.</p>");
        if (!Is("changes no password")) _passwords[user] = form["new"].ToString();
        if (!Is("keeps sessions at another password")) EndOthers(context, user);
        return Page("Done", "<p>Your password is another now.</p>");
    }

    private void EndOthers(HttpContext context, string user)
    {
        var own = Presented(context);
        foreach (var other in _users.Where(session => session.Value == user && session.Key != own).ToList())
            _users.TryRemove(other.Key, out _);
    }

    private IResult SessionsPage(HttpContext context, string user)
    {
        var own = Presented(context);
        var listed = _users.Where(session => session.Value == user && (session.Key == own || !Is("lists one session")))
            .Select(session => $"<li class={(session.Key == own ? "own" : "other")}>a session</li>");
        return Page(
            "Sessions",
            $"<ul>{string.Concat(listed)}</ul><form method=post action=/sessions><button id=end>End the others</button></form>");
    }

    private static IResult PasswordPage(string message) => Page(
        "Password",
        message + "<form method=post action=/password><label>Old <input type=password name=old></label>"
        + "<label>New <input type=password name=new></label><label>Again <input type=password name=confirm></label>"
        + "<button>Change</button></form>");
}
