using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Apps;

/// <summary>How a visitor comes to a protected page; carried in the page's query, and handed on to the authorize request.</summary>
/// <param name="Prompt">Value of <c>prompt</c>.</param>
/// <param name="MaxAge">Value of <c>max_age</c>, in seconds.</param>
/// <param name="ByLink">Start from the app's public page instead of the address bar.</param>
/// <param name="OtherPolicy">Sign in under the second policy.</param>
public sealed record AppVisit(string? Prompt = null, int? MaxAge = null, bool ByLink = false, bool OtherPolicy = false)
{
    /// <summary>Value of <c>domain_hint</c>.</summary>
    public string? DomainHint { get; init; }

    /// <summary>Value of <c>login_hint</c>.</summary>
    public string? LoginHint { get; init; }

    /// <summary>Value of <c>acr_values</c>.</summary>
    public string? AcrValues { get; init; }

    /// <summary>Sign in under the policy of this id, where the app knows it.</summary>
    public string? Policy { get; init; }

    private const string PolicyKey = "policy";
    private const string Other = "other";
    private const string HintKey = "hint";
    private const string Last = "last";

    private const string RedirectUriKey = "redirect-uri";
    private const string SignatureKey = "signature";
    private const string ViaKey = "via";
    private const string Form = "form";

    /// <summary>Whether a page of the app posts the authorize request.</summary>
    public bool ByForm { get; init; }

    /// <summary>
    /// In which of the wrong ways the address for the answer is written, by the words of <see cref="ReturnAddress"/>; null for the
    /// registered one.
    /// </summary>
    public string? RedirectUri { get; init; }

    /// <summary>
    /// How an AuthnRequest is not signed as it should be, by the words of <see cref="AuthnRequestSender"/>; null for one that is.
    /// </summary>
    public string? Signature { get; init; }

    /// <summary>Whether the app says whom it expects, by the id_token of its last sign-in.</summary>
    public bool SendsHint { get; init; }

    /// <summary>Whether it says something that only the authorize request carries.</summary>
    public bool AsksForSomething => SendsHint || ByForm || Handed().Any();

    /// <summary>The address to open.</summary>
    internal string Address(string origin)
    {
        var query = Handed().ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal);
        if (OtherPolicy) query[PolicyKey] = Other;
        if (SendsHint) query[HintKey] = Last;
        if (ByForm) query[ViaKey] = Form;
        if (RedirectUri is not null) query[RedirectUriKey] = RedirectUri;
        if (Signature is not null) query[SignatureKey] = Signature;
        return QueryHelpers.AddQueryString(origin + (ByLink ? AppOptions.PublicPath : "/"), query);
    }

    /// <summary>The visit that a request to the protected page is.</summary>
    internal static AppVisit Of(IQueryCollection query) => new(
        query["prompt"].FirstOrDefault(),
        int.TryParse(query["max_age"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
        OtherPolicy: query[PolicyKey] == Other)
    {
        SendsHint = query[HintKey] == Last,
        ByForm = query[ViaKey] == Form,
        RedirectUri = query[RedirectUriKey].FirstOrDefault(),
        Signature = query[SignatureKey].FirstOrDefault(),
        DomainHint = query["domain_hint"].FirstOrDefault(),
        LoginHint = query["login_hint"].FirstOrDefault(),
        AcrValues = query["acr_values"].FirstOrDefault(),
        Policy = query[PolicyKey].FirstOrDefault(),
    };

    /// <summary>What is added to the authorize request.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Handed()
    {
        if (Prompt is not null) yield return KeyValuePair.Create("prompt", Prompt);
        if (DomainHint is not null) yield return KeyValuePair.Create("domain_hint", DomainHint);
        if (LoginHint is not null) yield return KeyValuePair.Create("login_hint", LoginHint);
        if (AcrValues is not null) yield return KeyValuePair.Create("acr_values", AcrValues);
        if (MaxAge is { } seconds) yield return KeyValuePair.Create("max_age", seconds.ToString(CultureInfo.InvariantCulture));
    }
}
