using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.B2c.Saml;

/// <summary>What a hidden frame of the sign-out page shows once somebody has answered; nobody sees it.</summary>
internal static class SignOutAnswerPage
{
    public static string Render(Exchange exchange)
    {
        var page = Layout.Render(exchange, "sign-out-answered", "Signed out", Html.Of($"<h1>Signed out</h1>"));

        // The one page that may be framed, and only by this service itself.
        exchange.Http.Response.Headers.ContentSecurityPolicy = exchange.Http.Response.Headers.ContentSecurityPolicy.ToString()
            .Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
        exchange.Http.Response.Headers.XFrameOptions = "SAMEORIGIN";
        return page;
    }
}
