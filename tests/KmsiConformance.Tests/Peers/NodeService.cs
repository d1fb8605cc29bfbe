using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using KmsiConformance.Saml;

namespace KmsiConformance.Tests.Peers;

/// <summary>A service that signs its users in with SAML, played by node-saml: its messages, and what it makes of ours.</summary>
/// <param name="provider">What the identity provider says about itself; its certificate is the one that counts.</param>
internal sealed class NodeService(EntityMetadata provider) : IDisposable
{
    public const string EntityId = "urn:peer:garage";
    public const string Consumer = "https://garage.localhost/saml/acs";
    public const string SignOutService = "https://garage.localhost/saml/slo";
    public const string RelayState = "a+relay";

    private readonly RSA _key = RSA.Create(2048);

    /// <summary>What the service says about itself.</summary>
    /// <param name="of">Whose key it claims to sign with.</param>
    public static string Metadata(NodeService of) =>
        new EntityMetadata(EntityId, [of.Certificate], null, Consumer, SignOutService).Write();

    public X509Certificate2 Certificate => field ??= SelfSigned();

    public Uri SignIn(bool forceAuthn = false) => Url(Ask("sign-in-by-redirect", new() { ["forceAuthn"] = forceAuthn }));

    /// <summary>The fields that its form posts.</summary>
    public (string Name, string Value)[] SignInByPost() =>
        [.. Ask("sign-in-by-post").EnumerateObject().Select(field => (field.Name, field.Value.GetString()!))];

    public Uri SignOut(string subject, string? session) =>
        Url(Ask("sign-out", new() { ["subject"] = subject, ["session"] = session }));

    public Uri AnswerSignOut(string request, bool success = true) =>
        Url(Ask("answer-sign-out", new() { ["request"] = request, ["success"] = success }));

    /// <summary>What it makes of a message in an address; <c>refused</c> says why it does not believe it.</summary>
    /// <param name="request">The id of the request that it waits for an answer to.</param>
    public JsonElement Read(Uri address, string? request = null) =>
        Ask("read", new() { ["query"] = address.Query.TrimStart('?'), ["request"] = request });

    /// <summary>What it makes of an answer to its request; see <c>saml.cjs</c>.</summary>
    public JsonElement ReadAnswer(string xml, string request) => NodePeer.Ask("saml.cjs", JsonSerializer.Serialize(new
    {
        response = xml, certificate = Trusted, issuer = provider.EntityId, audience = EntityId, acs = Consumer, request,
    }));

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }

    /// <summary>The id of the request in an address.</summary>
    public static string IdIn(Uri address)
    {
        const string name = RedirectBinding.Request + "=";
        var pair = address.Query.TrimStart('?').Split('&').Single(pair => pair.StartsWith(name, StringComparison.Ordinal));
        return SamlXml.Parse(RedirectBinding.Message(Uri.UnescapeDataString(pair[name.Length..]))).DocumentElement!.GetAttribute("ID");
    }

    private string Trusted => provider.Certificates.Single().ExportCertificatePem();

    private X509Certificate2 SelfSigned()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=garage", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddYears(-1), now.AddYears(1));
    }

    private JsonElement Ask(string what, JsonObject? more = null)
    {
        var asked = more ?? [];
        asked["do"] = what;
        asked["issuer"] = EntityId;
        asked["acs"] = Consumer;
        asked["relayState"] = RelayState;
        asked["privateKey"] = _key.ExportPkcs8PrivateKeyPem();
        asked["idp"] = new JsonObject
        {
            ["issuer"] = provider.EntityId,
            ["certificate"] = Trusted,
            ["signIn"] = provider.SignInUrl,
            ["signOut"] = provider.SignOutUrl,
        };
        return NodePeer.Ask("saml-messages.cjs", asked.ToJsonString());
    }

    private static Uri Url(JsonElement said) => new(said.GetProperty("url").GetString()!);
}
