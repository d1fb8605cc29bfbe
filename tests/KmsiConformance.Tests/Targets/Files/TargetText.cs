using KmsiConformance.Targets.Files;
using KmsiConformance.Tests.EndToEnd;

namespace KmsiConformance.Tests.Targets.Files;

/// <summary>Target files in a temporary folder: a good one, and what tests change about it.</summary>
internal sealed class TargetText : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kmsi-target-");

    /// <summary>A file in which nothing is wrong.</summary>
    public const string Good = """
        profile: oidc
        recipe: oidc
        protocol: openid-connect
        kind: process
        discovery: http://localhost:{port:login}/.well-known/openid-configuration
        policy:
          session: 20 minutes
          keep-alive: 14 days
          expiry: rolling
          scope: tenant
          keep-me-signed-in: offered
          from: the product's own documentation
        apps:
          groceries: { client-id: shop, client-secret: made, origin: "https://groceries.localhost:{port:apps}" }
          pharmacy: { client-id: drugs, origin: "https://pharmacy.localhost:{port:apps}", response-modes: [query] }
        users:
          alice: { name: alice@example.com, password: made }
        clock: process
        start:
          command: [node, server.mjs]
          environment: { PORT: "{port:login}", PASSWORD: "{password:alice}" }
          ready: http://localhost:{port:login}/
        """;

    /// <summary>The same of a login endpoint that speaks SAML as well, with an app of that kind.</summary>
    public static string Both { get; } = Good
        .Replace("\npolicy:", "\nsaml-metadata: http://localhost:{port:login}/saml/metadata\npolicy:", StringComparison.Ordinal)
        .Replace("\nusers:", $"\n  garage: {SamlApp("garage")}\nusers:", StringComparison.Ordinal);

    /// <summary>The same of one that speaks SAML alone.</summary>
    public static string SamlOnly { get; } = Good
        .Replace("profile: oidc", "profile: saml", StringComparison.Ordinal)
        .Replace("protocol: openid-connect", "protocol: saml", StringComparison.Ordinal)
        .Replace("discovery: http://localhost:{port:login}/.well-known/openid-configuration",
            "saml-metadata: http://localhost:{port:login}/saml/metadata", StringComparison.Ordinal)
        .Replace("{ client-id: shop, client-secret: made, origin: \"https://groceries.localhost:{port:apps}\" }",
            SamlApp("groceries"), StringComparison.Ordinal)
        .Replace("{ client-id: drugs, origin: \"https://pharmacy.localhost:{port:apps}\", response-modes: [query] }",
            SamlApp("pharmacy"), StringComparison.Ordinal);

    /// <summary>A file of a login endpoint by the documents of B2C whose apps and users have everything that they can have.</summary>
    public static string Everything { get; } = Good
        .Replace("profile: oidc\nrecipe: oidc", "profile: b2c-2020-12\nrecipe: b2c", StringComparison.Ordinal)
        .Replace(", origin: \"https://groceries", $", {Channels("groceries")}, origin: \"https://groceries", StringComparison.Ordinal)
        .Replace(", origin: \"https://pharmacy", $", {Channels("pharmacy")}, origin: \"https://pharmacy", StringComparison.Ordinal)
        .Replace(", response-modes: [query]", "", StringComparison.Ordinal)
        .Replace(
            "  alice: { name: alice@example.com, password: made }",
            string.Join("\n", RealBrowser.Suite.Users.Select(user => $"  {user}: {{ name: {user}, password: made }}")),
            StringComparison.Ordinal);

    /// <summary>Reads the good file with some of its text replaced.</summary>
    public TargetFile Read(string found, string replacement) => Read(Good.Replace(found, replacement, StringComparison.Ordinal));

    /// <summary>Reads a text as a target file.</summary>
    public TargetFile Read(string text)
    {
        var path = Path.Combine(_folder.FullName, "shop.yaml");
        File.WriteAllText(path, text);
        return new TargetFileReader(RealBrowser.Suite).Read(path);
    }

    /// <summary>Puts a file beside the target file.</summary>
    public void Beside(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static string SamlApp(string app) =>
        $"{{ kind: saml, entity-id: \"urn:{app}\", origin: \"https://{app}.localhost:{{port:apps}}\", single-logout: /saml/slo }}";

    private static string Channels(string app) =>
        $"front-channel: /signout, back-channel: \"http://127.0.0.1:{{port:{app}}}/back-channel-logout\", offline-access: true";

    public void Dispose() => _folder.Delete(recursive: true);
}
