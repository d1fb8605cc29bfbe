using System.Globalization;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>
/// The page between sign-out and the place where the browser goes next. It is a page and no redirect, because it carries
/// the frames that tell other applications; they are told before the browser leaves (N-37).
/// </summary>
internal static class SigningOutPage
{
    public static string Render(Exchange exchange, string next, IReadOnlyList<Notification> told) =>
        Layout.Render(exchange, "signing-out", "Signing out", Html.Of($"""
        <h1>Signing you out</h1>
        <p class="lead" role="status">{NotifiedPeople.Sentence(told)}You are taken back to the application.</p>
        <a class="button" id="continue" href="{next}">Continue</a>
        {NotificationFrames.Script(exchange, next, told.Count)}
        {NotificationFrames.Render(exchange, told)}
        """), Html.Of($"""<noscript><meta http-equiv="refresh" content="{Delay(told)};url={next}"></noscript>"""),
        exchange.Tenant.Rules.Notification.FrameSources);

    // Without scripts nobody knows when the frames have loaded.
    private static string Delay(IReadOnlyList<Notification> told) =>
        told.Count == 0 ? "0" : NotificationFrames.Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
