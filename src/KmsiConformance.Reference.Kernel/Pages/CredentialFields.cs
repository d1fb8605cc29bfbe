namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>What an ordinary sign-in form asks for.</summary>
internal static class CredentialFields
{
    public static Html UserName(string? given) => Html.Of($"""
        <div class="entry-item">
        <label for="username">User name or e-mail address</label>
        <input id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus value="{given}">
        </div>
        """);

    /// <summary>Asks for the password.</summary>
    /// <param name="invalid">What marks it where it was not accepted.</param>
    public static Html Password(Html invalid) => Html.Of($"""
        <div class="entry-item">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required {invalid}>
        </div>
        """);

    /// <summary>Offers to remember whoever signs in.</summary>
    /// <param name="ticked">Whether it is ticked already.</param>
    public static Html Box(bool ticked) => Html.Of($"""
        <div class="rememberMe">
        <input id="remember" name="remember" type="checkbox" value="true" aria-describedby="remember-hint"{(ticked ? " checked" : "")}>
        <div><label for="remember">Remember me</label><small id="remember-hint">Not on a computer that others use.</small></div>
        </div>
        """);
}
