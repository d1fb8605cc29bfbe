using System.Text;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Tokens;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Kernel.Authorize;

/// <summary>Sends the outcome of a sign-in request to the application's redirect URI.</summary>
internal static class AppAnswer
{
    public static Task GrantAsync(Exchange exchange, AuthorizeRequest request, Authentication authentication)
    {
        var granted = Granted(exchange, request, authentication);
        return request.Channel is { } channel
            ? channel.GrantAsync(exchange, request, authentication)
            : SendAsync(exchange, request, granted);
    }

    /// <summary>The address that carries a grant in its query.</summary>
    public static string Address(Exchange exchange, AuthorizeRequest request, Authentication authentication) =>
        Append(request.RedirectUri, Given(exchange, request, Granted(exchange, request, authentication)), asFragment: false);

    private static List<(string Name, string? Value)> Granted(Exchange exchange, AuthorizeRequest request, Authentication authentication)
    {
        var tenant = exchange.Tenant;
        var policyId = exchange.Policy.PolicyId;
        exchange.Log(
            exchange.BeganSession ? "signed-in" : "silent", authentication.User.UserName, request.App.ClientId,
            keepMeSignedIn: exchange.BeganSession ? authentication.BoxTicked : null);
        var code = request.WantsCode
            ? tenant.Codes.Issue(tenant.Rules.TokenEndpoint.CodeLifetime, expiresAt => new Grant(
                request.App.ClientId, request.RedirectUri, policyId, request.Scope, request.Nonce, request.CodeChallenge,
                authentication, expiresAt))
            : null;
        return
        [
            ("code", code),
            (
                "id_token",
                request.WantsIdToken ? tenant.Tokens.IdToken(authentication, request.App.ClientId, policyId, request.Nonce, code) : null),
        ];
    }

    public static Task RefuseAsync(Exchange exchange, AuthorizeRequest addressee, Trouble trouble)
    {
        var said = exchange.Tenant.Dialect.Say(trouble);
        exchange.Log("refused", app: addressee.App.ClientId, trouble: said);
        if (addressee.Channel is { } channel) return channel.RefuseAsync(exchange, addressee, said);
        var asked = addressee with { Mode = exchange.Tenant.Rules.Authorize.ErrorMode(addressee.Mode) };
        return SendAsync(exchange, asked,
        [
            ("error", said.OAuthError),
            ("error_description", said.Describe(exchange.CorrelationId, exchange.Now)),
        ]);
    }

    /// <summary>Tells the application that its user refused consent (N-68).</summary>
    public static Task RefuseConsentAsync(Exchange exchange, AuthorizeRequest request, Trouble refused) =>
        exchange.Tenant.Rules.Authorize.TellsOfRefusedConsent
            ? RefuseAsync(exchange, request, refused)
            : exchange.ErrorPageAsync(exchange.Tenant.Dialect.Say(refused));

    private static Task SendAsync(Exchange exchange, AuthorizeRequest request, List<(string Name, string? Value)> answer)
    {
        var given = Given(exchange, request, answer);
        if (request.Mode == ResponseMode.FormPost)
            return exchange.PageAsync(FormPostPage.Render(exchange, request.RedirectUri, given));

        if (!exchange.Tenant.Rules.Storage.KeepsRedirectsFromStores) exchange.StaysGoodForAWhile();
        exchange.Http.Response.StatusCode = StatusCodes.Status302Found;
        exchange.Http.Response.Headers.Location = Append(request.RedirectUri, given, request.Mode == ResponseMode.Fragment);
        return Task.CompletedTask;
    }

    private static List<(string Name, string Value)> Given(
        Exchange exchange, AuthorizeRequest request, List<(string Name, string? Value)> answer) =>
        [.. answer.Append(("state", exchange.Tenant.Rules.Authorize.StateToReturn(request.State)))
            .Append(("session_state", exchange.Tenant.Dialect.SessionState(exchange, request)))
            .Where(a => a.Item2 is not null).Select(a => (a.Item1, a.Item2!))];

    private static string Append(string uri, List<(string Name, string Value)> answer, bool asFragment)
    {
        var lead = asFragment ? '#' : uri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var text = new StringBuilder(uri);
        foreach (var (name, value) in answer)
        {
            text.Append(lead).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            lead = '&';
        }

        return text.ToString();
    }
}
