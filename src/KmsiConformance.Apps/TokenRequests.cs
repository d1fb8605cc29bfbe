using System.Text;
using System.Text.Json;
using Flurl.Http;
using KmsiConformance.Ledger;

namespace KmsiConformance.Apps;

/// <summary>Sends what an app asks of a token endpoint or a userinfo endpoint, and reads what comes back.</summary>
internal static class TokenRequests
{
    /// <summary>Sends a token request.</summary>
    /// <param name="address">Of the token endpoint.</param>
    /// <param name="form">What is asked, without the client.</param>
    /// <exception cref="JsonException">
    /// The answer is no JSON. One to a request that is not the usual one may be anything: it counts as an empty object.
    /// </exception>
    public static async Task<TokenAnswer> SendAsync(
        IFlurlClient http, string address, AppOptions app, Dictionary<string, string> form, TokenCall call)
    {
        if (call.NamesClient) form["client_id"] = app.ClientId;
        if (app.ClientSecret is { } secret && !call.IsByBasic) form["client_secret"] = secret;
        var request = http.Request(address).AllowAnyHttpStatus();
        if (call.IsGet || call.IsWithoutBody) request = request.SetQueryParams(form);
        if (call.IsByBasic) request = request.WithHeader("Authorization", Basic(app));
        if (call.Origin is { } origin) request = request.WithHeader("Origin", origin);
        var answer = call switch
        {
            { IsGet: true } => await request.GetAsync(),
            { IsWithoutBody: true } => await request.PostAsync(),
            _ => await request.PostUrlEncodedAsync(form),
        };
        var text = await answer.GetStringAsync();
        return new TokenAnswer(
            call == TokenCall.Usual ? Read(text) : ReadAnything(text), answer.ResponseMessage.Headers.CacheControl?.ToString())
        {
            Status = answer.StatusCode,
            AllowedOrigin = answer.Headers.FirstOrDefault("Access-Control-Allow-Origin"),
        };
    }

    /// <summary>Asks who the user is, with some token, and records what came of it.</summary>
    /// <param name="address">Of the userinfo endpoint.</param>
    /// <param name="with">Which token that is: <c>access-token</c> or <c>id-token</c>.</param>
    public static async Task<UserInfoAnswered> AskUserInfoAsync(IFlurlClient http, string address, string app, string with, string token)
    {
        var answer = await http.Request(address).AllowAnyHttpStatus().WithOAuthBearerToken(token).GetAsync();
        var said = ReadAnything(await answer.GetStringAsync());
        return new UserInfoAnswered(
            app, with, answer.StatusCode,
            said.TryGetProperty("sub", out var subject) && subject.ValueKind == JsonValueKind.String ? subject.GetString() : null)
        {
            IsSigned = answer.ResponseMessage.Content.Headers.ContentType?.MediaType == "application/jwt",
        };
    }

    // Both are written as in a form before they are joined (RFC 6749, 2.3.1).
    private static string Basic(AppOptions app) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $"{Uri.EscapeDataString(app.ClientId)}:{Uri.EscapeDataString(app.ClientSecret ?? "")}"));

    private static JsonElement Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static JsonElement ReadAnything(string text)
    {
        try
        {
            var read = Read(text);
            return read.ValueKind == JsonValueKind.Object ? read : Read("{}");
        }
        catch (JsonException)
        {
            return Read("{}");
        }
    }
}
