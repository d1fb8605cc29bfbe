using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Saml;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Apps;

/// <summary>
/// Sends the browser with an AuthnRequest, by redirect or by a form that posts itself: signed as it should be, or in one of the ways in
/// which it should not.
/// </summary>
/// <param name="certificate">With whose key the app signs.</param>
internal sealed class AuthnRequestSender(X509Certificate2 certificate)
{
    private const string SignatureParameter = "&Signature=";

    /// <summary>Whether a request by that word is bad only where the login endpoint demands signatures.</summary>
    /// <param name="signature">The word; null for a good signature.</param>
    public static bool IsBadWhereDemanded(string? signature) => signature is "none" or "other-key";

    /// <summary>Sends it.</summary>
    /// <param name="byForm">Whether a form posts it.</param>
    /// <param name="signature">
    /// <c>none</c>; <c>broken</c>, changed after it was signed; <c>other-key</c>, with one that no app has registered; null signs it as it
    /// should be.
    /// </param>
    public Task SendAsync(HttpContext context, AuthnRequest request, string relayState, bool byForm, string? signature)
    {
        var isBroken = signature == "broken";
        var signer = signature switch
        {
            null or "broken" => certificate,
            "none" => null,
            "other-key" => SamlAppKey.OfNobody,
            _ => throw new ArgumentException($"'{signature}' is no way to sign.", nameof(signature)),
        };
        if (byForm)
        {
            return AppSite.PageAsync(context, AppPages.Post(request.Destination,
            [
                new(RedirectBinding.Request, PostBinding.Value(Signed(request.Write(), signer, isBroken))),
                new(RedirectBinding.RelayState, relayState),
            ]));
        }

        var address = RedirectBinding.Address(request.Destination, RedirectBinding.Request, request.Write(), relayState, signer);
        context.Response.Redirect(isBroken ? WithAnother(address, request, relayState) : address);
        return Task.CompletedTask;
    }

    private static string Signed(string xml, X509Certificate2? signer, bool isBroken)
    {
        if (signer is null) return xml;
        var signed = PostBinding.Sign(xml, signer);
        if (!isBroken) return signed;

        // It says what it said before, in other words.
        var document = SamlXml.Parse(signed);
        document.DocumentElement!.SetAttribute("ProviderName", "Shop");
        return document.OuterXml;
    }

    // The signature of the same request under another id.
    private string WithAnother(string address, AuthnRequest request, string relayState)
    {
        var other = RedirectBinding.Address(
            request.Destination, RedirectBinding.Request, (request with { Id = SamlIds.New() }).Write(), relayState, certificate);
        return address[..address.LastIndexOf(SignatureParameter, StringComparison.Ordinal)]
            + other[other.LastIndexOf(SignatureParameter, StringComparison.Ordinal)..];
    }
}
