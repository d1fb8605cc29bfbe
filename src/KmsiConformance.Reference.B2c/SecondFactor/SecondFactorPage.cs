using KmsiConformance.Reference.B2c.SignIn;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.B2c.SecondFactor;

/// <summary>Asks for the code that the user's authenticator app shows. An ordinary form: it works without scripts.</summary>
internal static class SecondFactorPage
{
    /// <summary>The page.</summary>
    /// <param name="trouble">Why the last code was not accepted; null before the first.</param>
    public static string Render(Exchange exchange, SignInUnderWay signIn, Trouble? trouble) =>
        Layout.Render(exchange, "second-factor", "Verify it is you", Html.Of($"""
        <h1>Verify it is you</h1>
        <p class="lead">to continue to {signIn.Request.App.Name}</p>
        <form id="attributeVerification" method="post" action="{SecondFactorEndpoint.Address(exchange, signIn)}">
        <div class="error pageLevel{(trouble is null ? "" : " shown")}" role="alert"><p>{(trouble is null ? "" : $"{trouble.Code}: {trouble.Message}")}</p></div>
        <div class="entry-item">
        <label for="otpCode">Code shown by your authenticator app</label>
        <input id="otpCode" name="otpCode" type="text" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]*" maxlength="6" required autofocus>
        </div>
        <div class="buttons"><button id="continue" type="submit">Verify</button></div>
        </form>
        """));
}
