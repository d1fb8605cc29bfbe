using System.Security.Cryptography;
using System.Text;
using KmsiConformance.IdentityProviders.Pages;
using KmsiConformance.IdentityProviders.Sessions;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders;

/// <summary>The provider's own page for user name and password.</summary>
internal static class CredentialEndpoint
{
    // Binds the page to the browser that it was shown to: nobody signs another browser in.
    private const string PageCookie = "sign-in-page";

    /// <summary>Shows the page; the request waits until it is answered.</summary>
    public static Task AskAsync(Provider provider, HttpContext context, PendingRequest request) =>
        ShowAsync(provider, context, request, provider.Pending.Put(request), null, "");

    /// <summary>Takes what was typed.</summary>
    public static async Task AnswerAsync(Provider provider, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var id = form["request"].ToString();
        if (!Same(id, context.Request.Cookies[PageCookie] ?? "") || provider.Pending.Peek(id) is not { } request)
        {
            await Provider.ErrorAsync(
                provider, context,
                "The page is too old, or was opened in another browser. Go back to where you came from and start again.");
            return;
        }

        if (form["action"] == "cancel")
        {
            Forget(provider, context, id);
            await request.CancelAsync(context);
            return;
        }

        var user = provider.Options.Users.FirstOrDefault(known =>
            string.Equals(known.UserName, form["user"].ToString().Trim(), StringComparison.OrdinalIgnoreCase));
        if (user is null || !Same(user.Password, form["password"].ToString()))
        {
            await ShowAsync(provider, context, request, id, "The user name or password is not right.", form["user"].ToString());
            return;
        }

        Forget(provider, context, id);
        if (provider.Sessions.End(context.Request.Cookies[provider.SessionCookie]) is not null)
            provider.Observer.SessionEnded(provider.Name, "replaced");
        var lifetime = request.WantedSession ?? provider.Options.Session;
        var handle = provider.Sessions.Begin(user, lifetime);
        context.Response.Cookies.Append(
            provider.SessionCookie, handle, Provider.SessionAttributes(provider.Options.Persistent ? lifetime : null));
        provider.Observer.SessionStarted(provider.Name, user.UserName);
        await request.GrantAsync(context, provider.Sessions.Find(handle)!);
    }

    private static Task ShowAsync(
        Provider provider, HttpContext context, PendingRequest request, string id, string? message, string userName)
    {
        provider.Observer.Prompted(provider.Name);
        context.Response.Cookies.Append(PageCookie, id, PageAttributes);
        return Provider.PageAsync(
            context, ProviderPages.Credentials(provider.Name, request.Client, id, message, userName, Hint(provider.Options)));
    }

    private static string? Hint(ProviderOptions options) =>
        options.TellsAccounts && options.Users is [var first, ..] ? $"For trying out: {first.UserName}, {first.Password}" : null;

    private static void Forget(Provider provider, HttpContext context, string id)
    {
        provider.Pending.Remove(id);
        context.Response.Cookies.Delete(PageCookie, PageAttributes);
    }

    private static CookieOptions PageAttributes => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/" };

    private static bool Same(string expected, string given) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
