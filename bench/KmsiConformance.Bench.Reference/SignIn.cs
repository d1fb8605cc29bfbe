using System.Text.Json;
using System.Text.RegularExpressions;
using KmsiConformance.Reference;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Bench.Reference;

/// <summary>The calls of one interactive sign-in: the page, the password, and the way back.</summary>
internal static partial class SignIn
{
    /// <summary>Signs alice in, and answers with the session cookie as a browser would send it.</summary>
    public static async Task<string> DoAsync(HttpMessageInvoker http, string origin, string authorize, bool tick)
    {
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal);
        using var asked = await SendAsync(http, HttpMethod.Get, origin + authorize, cookies);
        var page = await asked.Content.ReadAsStringAsync();
        var (csrf, transaction, tenant) = (Value(Csrf(), page), Value(Transaction(), page), Value(Tenant(), page));

        using var form = new FormUrlEncodedContent([new("request_type", "RESPONSE"), new("signInName", "alice"),
            new("password", "alice-Sesame-1")]);
        using var typed = await SendAsync(http, HttpMethod.Post, $"{origin}{tenant}/SelfAsserted?tx={transaction}&p={Setting.Policy}",
            cookies, form, csrf);
        var said = await typed.Content.ReadAsStringAsync();
        if (!said.Contains("\"200\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"The password was not accepted: {said}");

        using var confirmed = await SendAsync(
            http, HttpMethod.Get,
            $"{origin}{tenant}/api/CombinedSigninAndSignup/confirmed?rememberMe={(tick ? "true" : "false")}"
            + $"&csrf_token={csrf}&tx={transaction}&p={Setting.Policy}",
            cookies);
        if (confirmed.Headers.Location?.Query.Contains("code=", StringComparison.Ordinal) != true)
            throw new InvalidOperationException($"No code came: {confirmed.StatusCode}");
        var session = cookies.First(cookie => cookie.Key.StartsWith("x-ms-cpim-sso", StringComparison.Ordinal));
        return $"{session.Key}={session.Value}";
    }

    /// <summary>Signs alice in, and answers with the id_token that the application gets.</summary>
    public static async Task<string> IdTokenAsync(HttpMessageInvoker http, ReferenceServer reference)
    {
        var path = Setting.AuthorizePath(reference);
        var session = (await DoAsync(http, reference.Origin, path, tick: false)).Split('=', 2);
        using var silent = await SendAsync(http, HttpMethod.Get, reference.Origin + path,
            new(StringComparer.Ordinal) { [session[0]] = session[1] });
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "authorization_code"), new("client_id", Setting.Client), new("redirect_uri", Setting.RedirectUri),
            new("code", QueryHelpers.ParseQuery(silent.Headers.Location!.Query)["code"].ToString()), new("code_verifier", Setting.Verifier),
        ]);
        using var redeemed = await SendAsync(http, HttpMethod.Post, reference.Token(Setting.Policy), [], form);
        using var answer = JsonDocument.Parse(await redeemed.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("id_token").GetString()!;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpMessageInvoker http, HttpMethod method, string url, Dictionary<string, string> cookies, HttpContent? content = null,
        string? csrf = null)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        if (cookies.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        if (csrf is not null) request.Headers.TryAddWithoutValidation("X-CSRF-TOKEN", csrf);
        var answer = await http.SendAsync(request, CancellationToken.None);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var given) ? given : [])
        {
            var pair = set.Split(';', 2)[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    private static string Value(Regex pattern, string page) =>
        pattern.Match(page) is { Success: true } found
            ? found.Groups["value"].Value
            : throw new InvalidOperationException($"The page has no {pattern}.");

    [GeneratedRegex("\"csrf\":\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Csrf();

    [GeneratedRegex("\"transId\":\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Transaction();

    [GeneratedRegex("\"tenant\":\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tenant();
}
