using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>Posts in a frame of the sign-out page. The only page of the service that may be framed, and by the service alone.</summary>
internal static class NotificationRelayPage
{
    public static string Render(Exchange exchange, Notification notification)
    {
        var page = FormPostPage.Render(exchange, notification.Address, notification.Form ?? []);
        var headers = exchange.Http.Response.Headers;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString()
            .Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
        headers.XFrameOptions = "SAMEORIGIN";
        return page;
    }
}
