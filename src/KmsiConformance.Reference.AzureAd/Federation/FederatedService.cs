using System.Security.Cryptography;
using KmsiConformance.Reference.AzureAd.Pages;
using KmsiConformance.Reference.AzureAd.SignIn;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Tokens;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.AzureAd.Federation;

/// <summary>
/// A small stand-in for the AD FS of a federated tenant, on a site of its own: it asks for the password, or takes the
/// machine's own sign-in, and sends the browser back with a result that is good once.
/// </summary>
internal sealed class FederatedService(Tenant tenant)
{
    public const string Site = "adfs";
    public const string Host = "adfs.localhost";

    private const string SignInPath = "/adfs/ls/";

    private static readonly TimeSpan ResultLifetime = TimeSpan.FromMinutes(5);

    private readonly ExpiringStore<Result> _results = new(tenant.Clock, result => result.ExpiresAt);

    /// <summary>Sends the browser there from the login host.</summary>
    public Task SendAsync(Exchange exchange, AzureAdFlow flow, string origin)
    {
        exchange.Http.Response.StatusCode = StatusCodes.Status302Found;
        exchange.Http.Response.Headers.Location =
            $"{origin}{SignInPath}?wa=wsignin1.0&wtrealm=urn:federation:kmsi"
            + $"&wctx={flow.Id}&username={Uri.EscapeDataString(flow.UserName ?? "")}";
        return Task.CompletedTask;
    }

    /// <summary>Answers requests to its site.</summary>
    public async Task AnswerAsync(Exchange exchange, AzureAdTenant azureAd)
    {
        if (!string.Equals(exchange.Http.Request.Path.Value, SignInPath, StringComparison.OrdinalIgnoreCase))
        {
            await exchange.ErrorPageAsync(Trouble.UnknownAddress(), StatusCodes.Status404NotFound);
            return;
        }

        var query = exchange.Query();
        var (context, name) = (query["wctx"] ?? "", query["username"] ?? "");
        if (tenant.UserNamed(name) is { } machineUser
            && azureAd.Settings.Of(machineUser).SignsInBy == AzureAdSignInMethod.FederationWithWindows)
        {
            await ReturnAsync(exchange, machineUser, context);
            return;
        }

        if (!exchange.IsPost)
        {
            await exchange.PageAsync(FederatedSignInPage.Render(exchange, name));
            return;
        }

        var form = await exchange.ParametersAsync();
        var user = tenant.UserNamed(form["UserName"]?.Trim() ?? "");
        var accepted = user is not null
            && azureAd.Settings.Of(user).SignsInBy == AzureAdSignInMethod.Federation
            && tenant.Rules.SignIn.AcceptsPassword(user, form["Password"] ?? "");
        await (accepted
            ? ReturnAsync(exchange, user!, context)
            : exchange.PageAsync(FederatedSignInPage.Render(exchange, form["UserName"] ?? "", "The user name or password is not right.")));
    }

    /// <summary>Who a result is about; null when it is unknown, spent, too old, or meant for another sign-in or account.</summary>
    public ReferenceUser? Redeem(string? result, AzureAdFlow flow) =>
        result is not null && _results.Take(result) is { } known
        && string.Equals(known.Context, flow.Id, StringComparison.Ordinal) && tenant.UserNamed(flow.UserName ?? "") == known.User
            ? known.User
            : null;

    private Task ReturnAsync(Exchange exchange, ReferenceUser user, string context)
    {
        var result = Base64Url.Encode(RandomNumberGenerator.GetBytes(32));
        _results.Put(result, new Result(user, context, exchange.Now + ResultLifetime));
        return exchange.PageAsync(
            FormPostPage.Render(exchange, $"{tenant.Origin}/login.srf", [("wa", "wsignin1.0"), ("wresult", result), ("wctx", context)]));
    }

    private sealed record Result(ReferenceUser User, string Context, DateTimeOffset ExpiresAt);
}
