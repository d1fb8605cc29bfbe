using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Reference.Kernel.Apps;

namespace KmsiConformance.Bench.Reference;

/// <summary>The tenant that is measured: one policy, one application, a session of twenty minutes.</summary>
internal static class Setting
{
    public const string Policy = "B2C_1A_signin";
    public const string RedirectUri = "https://groceries.localhost/signin-oidc";

    public const string Client = "groceries";
    public const string Nonce = "6cS7dA3eK9pGhRm04tTfVnN2bYQwTqLZ0o8Wb1Yx2uJ";
    public const string Verifier = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    // The latest reading of the documents, as far as a sign-in depends on it.
    private static readonly Readings Readings =
        new("b2c-2020-12", LoginProduct.B2c, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["C-01"] = "override", ["C-05"] = "metadata", ["C-21"] = "apps-told",
        });

    public static ReferenceOptions Options(TimeProvider clock) => new()
    {
        Clock = clock,
        Readings = Readings,
        Policies =
        [
            PolicyReader.Parse(PolicyWriter.Write(
                new SessionSettings(KeepAliveInDays: 30, SessionExpiryType: ExpiryType.Rolling, SessionExpiryInSeconds: 1200),
                Policy, "kmsidemo.onmicrosoft.com", kmsiOffered: true, Readings)),
        ],
        Apps = [new AppRegistration(Client, Client, [RedirectUri])],
    };

    /// <summary>Path and query of the app's authorize request.</summary>
    public static string AuthorizePath(ReferenceServer server)
    {
        var challenge = System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        return $"{new Uri(server.Authorize(Policy)).AbsolutePath}?client_id={Client}&response_type=code&scope=openid"
            + $"&redirect_uri={Uri.EscapeDataString(RedirectUri)}"
            + $"&state=4tTfVnN2bYQwTqLZ0o8Wb1Yx2uJ6cS7dA3eK9pGhRm0&nonce={Nonce}&code_challenge={challenge}&code_challenge_method=S256";
    }
}
