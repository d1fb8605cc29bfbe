using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.OpenIdConnect.Pages;

/// <summary>A sign-out that is not in order: nobody is sent anywhere, but whoever wants to can still sign out (N-40).</summary>
internal static class RefusedSignOutPage
{
    public const int Status = StatusCodes.Status400BadRequest;

    public static string Render(Exchange exchange, Trouble trouble, string pending) => FormPage.Render(
        exchange, "error", "Not signed out", "/sign-out/confirmed",
        Html.Of($"""
            {ErrorPage.Told(exchange, trouble)}
            <p class="lead">You are still signed in. The application that sent you here made a mistake, but you can sign out all the same.</p>
            """),
        Html.Of($"""
            <button id="sign-out-anyway" type="submit" name="answer" value="yes">Sign out</button>
            {FlowForm.Hidden("pending", pending)}
            """));
}
