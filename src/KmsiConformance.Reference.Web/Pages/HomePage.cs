using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.Web.Pages;

/// <summary>The page that everybody may see.</summary>
internal static class HomePage
{
    public static string Render(Exchange exchange, IReadOnlyList<string> areas) => SitePage.Render(exchange, "home", "Welcome", Html.Of($"""
        <h1>Welcome</h1>
        <p class="lead">What stands below is for people who have an account.</p>
        <p class="stack">{areas.Aggregate(Html.Trusted(""), (links, area) => Html.Of($"""{links}<a href="{WebPaths.Area(area)}">{area}</a>"""))}</p>
        """));
}
