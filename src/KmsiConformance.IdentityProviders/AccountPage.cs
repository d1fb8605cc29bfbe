using KmsiConformance.IdentityProviders.Pages;
using KmsiConformance.IdentityProviders.Sessions;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders;

/// <summary>The provider's own page for its users: where people sign in who come without being sent.</summary>
internal static class AccountPage
{
    public const string Path = "/account";

    public static Task AnswerAsync(Provider provider, HttpContext context) =>
        provider.GrantOrAskAsync(context, new Visit(provider), demandsCredentials: false);

    private sealed record Visit(Provider Provider) : PendingRequest
    {
        public override string Client => "your account page";

        public override Task GrantAsync(HttpContext context, ProviderSession session) => Provider.PageAsync(
            context,
            ProviderPages.Telling(Provider.Name, "provider-account", "Your account", $"You are signed in as {session.User.DisplayName}."));

        public override Task CancelAsync(HttpContext context) => Provider.PageAsync(
            context, ProviderPages.Telling(Provider.Name, "provider-account", "Your account", "You are not signed in."));
    }
}
