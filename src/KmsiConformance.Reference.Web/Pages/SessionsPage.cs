using System.Globalization;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.Web.Pages;

/// <summary>Lists the sessions of somebody who is signed in, and has the button that ends all but this one.</summary>
internal static class SessionsPage
{
    /// <summary>The page.</summary>
    /// <param name="token">What binds its form to the browser.</param>
    public static string Render(Exchange exchange, string token, IReadOnlyList<ListedSession> sessions) => SitePage.Render(
        exchange, "sessions", "Your sessions", Html.Of($"""
            <h1>Your sessions</h1>
            <ul id="sessions">{sessions.Aggregate(Html.Trusted(""), (rows, session) => Html.Of($"{rows}{Row(session)}"))}</ul>
            <form method="post" action="{WebPaths.Sessions}">
            {FlowForm.Hidden("token", token)}
            <button id="end-sessions" type="submit">Sign out on all other devices</button>
            </form>
            """));

    private static Html Row(ListedSession session)
    {
        var at = session.SignedInAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return Html.Of($"""
            <li class="session{(session.IsOwn ? " own" : "")}">since {at} UTC{(session.Kept ? ", kept" : "")}{(session.IsOwn ? " (this device)" : "")}</li>
            """);
    }
}
