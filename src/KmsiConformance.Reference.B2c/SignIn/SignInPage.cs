using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.B2c.SignIn;

/// <summary>
/// The page that asks for user name and password. Ids, script globals and the calls its script makes are those that
/// the service is seen to use, so that one recipe operates both.
/// </summary>
internal static class SignInPage
{
    /// <summary>The page.</summary>
    /// <param name="told">Whom it tells of a sign-out in hidden frames: nobody, unless a fault says otherwise.</param>
    public static string Render(Exchange exchange, SignInUnderWay signIn, params IReadOnlyList<Notification> told)
    {
        var offered = exchange.Tenant.Rules.SignIn.OffersBox(exchange.Policy);
        return Layout.Render(exchange, "sign-in", "Sign in", Html.Of($"""
            <h1>Sign in</h1>
            <p class="lead">to continue to {signIn.Request.App.Name}</p>
            <noscript><p class="told">This page needs JavaScript to sign you in.</p></noscript>
            <form id="localAccountForm" class="localAccount" action="JavaScript:void(0);" novalidate>
            <div class="error pageLevel" role="alert"><p></p></div>
            <div class="entry">
            <div class="entry-item">
            <label for="signInName">User name or e-mail address</label>
            <div class="error itemLevel" id="signInName-error" role="alert"><p></p></div>
            <input id="signInName" name="signInName" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus aria-describedby="signInName-error" value="{signIn.Request.LoginHint}">
            </div>
            <div class="entry-item">
            <label for="password">Password</label>
            <div class="error itemLevel" id="password-error" role="alert"><p></p></div>
            <input id="password" name="password" type="password" autocomplete="current-password" required aria-describedby="password-error">
            </div>
            {(offered ? Box : Html.Trusted(""))}
            <div class="buttons"><button id="next" type="submit" form="localAccountForm">Sign in</button></div>
            </div>
            </form>
            {ProviderButtons.Render(exchange, signIn)}
            <script nonce="{exchange.Nonce}">
            var SETTINGS = {Html.Script(Settings(exchange, signIn, offered))};
            var SA_FIELDS = {Html.Script(Fields)};
            var CONTENT = {Html.Script(Words)};
            var CP = {Html.Script(new { list = Array.Empty<string>() })};
            </script>
            <script nonce="{exchange.Nonce}">{Html.Trusted(SignInScript.Text)}</script>
            {(told.Count == 0 ? Html.Trusted("") : NotificationFrames.Render(exchange, told))}
            """), frames: told.Count == 0 ? "'none'" : NotificationFrames.Sources);
    }

    // the documents want people warned.
    private static Html Box => Html.Trusted("""
        <div class="rememberMe">
        <input id="rememberMe" name="rememberMe" type="checkbox" value="rememberMe" aria-describedby="rememberMe-hint">
        <div><label for="rememberMe">Keep me signed in</label><small id="rememberMe-hint">Not on a computer that others use.</small></div>
        </div>
        """);

    private static object Fields => new
    {
        AttributeFields = (object[])
        [
            new { UX_INPUT_TYPE = "TextBox", ID = "signInName", IS_REQ = true },
            new { UX_INPUT_TYPE = "Password", ID = "password", IS_REQ = true },
        ],
    };

    private static object Words => new
    {
        requiredField_signInName = "Enter your user name or e-mail address.",
        requiredField_password = "Enter your password.",
        unreachable = "The sign-in service does not answer. Check your connection and try again.",
    };

    private static Dictionary<string, object> Settings(Exchange exchange, SignInUnderWay signIn, bool offered) =>
        new(StringComparer.Ordinal)
    {
        ["remoteResource"] = "",
        ["retryLimit"] = SignInStore.RetryLimit,
        ["trimSpacesInPassword"] = false,
        ["api"] = "CombinedSigninAndSignup",
        ["csrf"] = signIn.Csrf,
        ["transId"] = signIn.TransactionId,
        ["pageViewId"] = exchange.CorrelationId,
        ["pageMode"] = 0,
        ["config"] = new
        {
            showSignupLink = "False",
            enableRememberMe = offered ? "True" : "False",
            operatingMode = "Username",
            forgotPasswordLinkLocation = "None",
            announceVerCompleteMsg = "True",
        },
        ["hosts"] = new { tenant = exchange.PolicyPath, policy = exchange.Policy.PolicyId, @static = "" },
        ["locale"] = new { lang = "en" },
        ["xhrSettings"] = new { retryEnabled = false, retryMaxAttempts = 0, retryDelay = 0 },
    };
}
