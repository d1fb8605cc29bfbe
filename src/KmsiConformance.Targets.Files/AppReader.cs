using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Reads an app as it is registered at the target.</summary>
internal static class AppReader
{
    private static readonly string[] OfSaml = ["entity-id", "assertion-consumer", "single-logout", "signing-key"];

    private static readonly string[] OfOpenIdConnect =
    [
        "client-id", "client-secret", "redirect", "post-logout", "front-channel", "back-channel", "offline-access", "response-modes",
    ];

    public static DeclaredApp Read(YamlValue app, string folder, bool isStarted)
    {
        var standard = new DeclaredApp("", null, "");
        var kind = app.Find("kind")?.Text ?? standard.Kind;
        var isSaml = kind == "saml";
        foreach (var (key, value) in app.Entries.Where(entry => (isSaml ? OfOpenIdConnect : OfSaml).Contains(entry.Key)))
        {
            throw value.Problem(
                isSaml
                    ? $"A SAML app has no {key}. Known: {string.Join(", ", OfSaml)}. For an app of OpenID Connect, leave out 'kind: saml'."
                    : $"Only SAML apps have {key}, and this one is of kind {kind}. Leave it out, or write 'kind: saml'.");
        }

        var id = isSaml ? "entity-id" : "client-id";
        return standard with
        {
            ClientId = app.Find(id)?.Text ?? throw app.Problem($"An app of kind {kind} is known by its {id}: expected the key '{id}'."),
            ClientSecret = app.Find("client-secret") is { } secret ? SecretReference.Read(secret, folder, isStarted) : null,
            Origin = app.Get("origin").Text,
            ProxiedBy = app.Find("proxied-by")?.Text,
            Callback = app.Find("redirect")?.Text ?? standard.Callback,
            SignedOut = app.Find("post-logout")?.Text ?? standard.SignedOut,
            FrontChannel = app.Find("front-channel")?.Text,
            BackChannel = app.Find("back-channel")?.Text,
            Kind = kind,
            OfflineAccess = app.Find("offline-access")?.Truth() ?? false,
            ResponseModes = app.Find("response-modes") is null ? standard.ResponseModes : app.Texts("response-modes"),
            AssertionConsumer = app.Find("assertion-consumer")?.Text ?? standard.AssertionConsumer,
            SingleLogout = app.Find("single-logout")?.Text,
            SigningKey = app.Find("signing-key") is { } signing ? SecretReference.Read(signing, folder, canBeMade: false) : null,
        };
    }
}
