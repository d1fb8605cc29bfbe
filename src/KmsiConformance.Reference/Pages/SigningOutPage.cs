using KmsiConformance.Reference.Http;

namespace KmsiConformance.Reference.Pages;

/// <summary>
/// The page between sign-out and the place where the browser goes next. It is a page and no redirect, because later it
/// carries the frames that tell other applications.
/// </summary>
internal static class SigningOutPage
{
    public static string Render(Exchange exchange, string next) => Layout.Render(exchange, "signing-out", "Signing out", Html.Of($"""
        <h1>Signing you out</h1>
        <p class="lead">You are taken back to the application.</p>
        <a class="button" id="continue" href="{next}">Continue</a>
        <script nonce="{exchange.Nonce}">window.location.replace({Html.Script(next)});</script>
        """), Html.Of($"""<noscript><meta http-equiv="refresh" content="0;url={next}"></noscript>"""));
}
