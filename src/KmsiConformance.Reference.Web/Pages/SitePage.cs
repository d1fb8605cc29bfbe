using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.Web.Pages;

/// <summary>What the pages of the site have in common.</summary>
internal static class SitePage
{
    public static string Render(Exchange exchange, string marker, string title, Html body) => Layout.Render(
        exchange, marker, title, body, Html.Of($"""<style nonce="{exchange.Nonce}">{Html.Trusted(FlowForm.Style)}</style>"""));
}
