using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.CustomPolicies;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Reference.B2c.Services;

/// <summary>Writes the request to a service: its claims where the policy wants them, and the proof of who asks.</summary>
internal static class ServiceQuestion
{
    /// <summary>The request; null when its address cannot be made of these claims.</summary>
    /// <param name="keys">What the tenant keeps, by name; what it does not keep is stood for by its name.</param>
    public static HttpRequestMessage? Write(PlayedCall call, JourneyClaims claims, IReadOnlyDictionary<string, string> keys)
    {
        var service = call.Service;
        var sent = Sent(service, claims);
        var texts = sent.Select(claim => KeyValuePair.Create(claim.Key, ClaimText.Of(claim.Value)))
            .Where(claim => claim.Value is not null).ToList();
        var address = service.SendClaimsIn switch
        {
            "QueryString" => QueryHelpers.AddQueryString(call.Address, texts),
            "Url" => InPath(call.Address, texts),
            _ => call.Address,
        };

        // A claim can fill the path and the query, never the host.
        if (!ServiceHosts.IsComplete(address, out var target) || !ServiceHosts.IsLoopback(target)) return null;
        var question = new HttpRequestMessage(service.SendClaimsIn is "Body" or "Form" ? HttpMethod.Post : HttpMethod.Get, target);
        question.Headers.Accept.ParseAdd("application/json");
        switch (service.SendClaimsIn)
        {
            case "Body":
                question.Content = JsonContent.Create(sent);
                break;
            case "Form":
                question.Content = new FormUrlEncodedContent(texts!);
                break;
            case "Header":
                foreach (var (name, text) in texts) question.Headers.TryAddWithoutValidation(name, OnOneLine(text!));
                break;
        }

        question.Headers.Authorization = Proof(service, claims, keys);
        return question;
    }

    private static Dictionary<string, object> Sent(RestService service, JourneyClaims claims)
    {
        var sent = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var claim in service.Sent)
        {
            var own = claim.AlwaysDefault ? null : claims.Of(claim.ClaimType);
            if ((own ?? Default(service, claim, claims)) is { } value) sent[claim.PartnerName] = value;
        }

        return sent;
    }

    // Without the metadata item, what looks like a resolver is text like any other.
    private static object? Default(RestService service, ExchangedClaim claim, JourneyClaims claims) =>
        (service.ResolvesClaims ? claims.Resolve(claim.DefaultValue) : claim.DefaultValue) is { } text
            ? ClaimText.Read(text, claim.DataType)
            : null;

    private static string InPath(string address, IEnumerable<KeyValuePair<string, string?>> texts) =>
        texts.Aggregate(address, (path, claim) =>
            path.Replace($"{{{claim.Key}}}", Uri.EscapeDataString(claim.Value!), StringComparison.Ordinal));

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ");

    private static AuthenticationHeaderValue? Proof(RestService service, JourneyClaims claims, IReadOnlyDictionary<string, string> keys)
    {
        string Key(string use) => service.Keys.TryGetValue(use, out var storage) ? keys.GetValueOrDefault(storage, storage) : "";

        return service.AuthenticationType switch
        {
            "Basic" => new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(
                $"{Key("BasicAuthenticationUsername")}:{Key("BasicAuthenticationPassword")}"))),
            "Bearer" => new AuthenticationHeaderValue("Bearer", OnOneLine(
                (service["UseClaimAsBearerToken"] is { } claim
                    ? ClaimText.Of(claims.Of(claim))
                    : Key("BearerAuthenticationToken")) ?? "")),
            _ => null,
        };
    }
}
