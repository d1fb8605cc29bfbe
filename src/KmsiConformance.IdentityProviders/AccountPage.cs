using KmsiConformance.IdentityProviders.Pages;
using KmsiConformance.IdentityProviders.Sessions;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders;

/// <summary>The provider's own pages for its users: where people sign in and out who come without being sent.</summary>
internal static class AccountPage
{
    public const string Path = "/account";

    public const string SignOutPath = "/account/sign-out";

    public static Task AnswerAsync(Provider provider, HttpContext context) =>
        provider.GrantOrAskAsync(context, new Visit(provider), demandsCredentials: false);

    /// <summary>Ends the browser's session here. Those who sent the user before hear nothing of it.</summary>
    public static Task SignOutAsync(Provider provider, HttpContext context)
    {
        provider.SignOut(context);
        return Provider.PageAsync(
            context,
            ProviderPages.Telling(provider.Name, "provider-signed-out", "Signed out", $"You are signed out of {provider.Name}."));
    }

    private sealed record Visit(Provider Provider) : PendingRequest
    {
        public override string Client => "your account page";

        public override Task GrantAsync(HttpContext context, ProviderSession session) => Provider.PageAsync(
            context,
            ProviderPages.Account(Provider.Name, $"You are signed in as {session.User.DisplayName}.", SignOutPath));

        public override Task CancelAsync(HttpContext context) => Provider.PageAsync(
            context, ProviderPages.Telling(Provider.Name, "provider-account", "Your account", "You are not signed in."));
    }
}
