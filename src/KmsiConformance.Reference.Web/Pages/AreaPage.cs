using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Web.Pages;

/// <summary>A page that needs a sign-in: it says who is signed in, and has the button that signs out.</summary>
internal static class AreaPage
{
    /// <summary>The page of an area.</summary>
    /// <param name="token">What binds its form to the browser.</param>
    /// <param name="handle">The session's handle, which stands on no page.</param>
    public static string Render(Exchange exchange, string area, ReferenceUser user, string token, string? handle)
    {
        var rules = exchange.Tenant.Rules.Of<SiteRules>();
        return SitePage.Render(exchange, "area", $"Your {area}", Html.Of($"""
            <h1>Your {area}</h1>
            <p class="who" id="user" data-user="{user.UserName}">{user.DisplayName} ({user.UserName})</p>
            {(rules.SignsOutByLink ? Link : Form(token))}
            <p class="beside"><a href="{(rules.PutsTheSessionIntoLinks ? $"/?session={handle}" : "/")}">Beginning</a></p>
            {(rules.PutsTheSessionIntoStorage ? Stored(exchange, handle) : Html.Trusted(""))}
            """));
    }

    private static Html Link => Html.Of($"""<p><a class="button" id="sign-out" href="{WebPaths.SignOut}">Sign out</a></p>""");

    private static Html Form(string token) => Html.Of($"""
        <form method="post" action="{WebPaths.SignOut}">
        {FlowForm.Hidden("token", token)}
        <button id="sign-out" type="submit">Sign out</button>
        </form>
        """);

    private static Html Stored(Exchange exchange, string? handle) => Html.Of($"""
        <script nonce="{exchange.Nonce}">localStorage.setItem("session", {Html.Script(handle ?? "")});</script>
        """);
}
