using KmsiConformance.Apps;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Reads an app as it is registered at the target, or as a part of the target's own site.</summary>
internal static class AppReader
{
    private const string Saml = "saml";

    private static readonly string[] OfSaml = ["entity-id", "assertion-consumer", "single-logout", "signing-key"];

    private static readonly string[] OfSites = ["protected", "sign-in", "sign-out", "return-parameter"];

    private static readonly string[] OfOpenIdConnect =
    [
        "client-id", "client-secret", "redirect", "post-logout", "front-channel", "back-channel", "offline-access", "response-modes",
    ];

    // A site is where the target is.
    private static readonly string[] OfOurs = ["origin", "proxied-by"];

    public static DeclaredApp Read(YamlValue app, YamlValue root, string folder, bool isStarted)
    {
        var standard = new DeclaredApp("", null, "");
        var kind = app.Find("kind")?.Text ?? standard.Kind;
        CheckKeys(app, kind);
        if (kind == AppRequest.Site) return Site(app, root) with { Kind = kind };
        var id = kind == Saml ? "entity-id" : "client-id";
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

    // Known by its name alone: nothing is registered.
    private static DeclaredApp Site(YamlValue app, YamlValue root)
    {
        var path = app.Find("protected")?.Text
            ?? throw app.Problem(
                "A site is judged by a page that only somebody who is signed in is shown: expected the key 'protected' with its path, such "
                + "as /account.");
        if (app.Find("return-parameter") is { } parameter && app.Find("sign-in") is null)
            throw parameter.Problem("Nothing says which page takes this parameter: expected the key 'sign-in' with the path of that page.");
        return new DeclaredApp("", null, root.Find("address")?.Text ?? "")
        {
            OnSite = new SitePaths(
                path, app.Find("sign-out")?.Text ?? path, app.Find("sign-in")?.Text, app.Find("return-parameter")?.Text),
        };
    }

    private static void CheckKeys(YamlValue app, string kind)
    {
        var (own, what) = kind switch
        {
            Saml => ([.. OfSaml, .. OfOurs], "A SAML app"),
            AppRequest.Site => (OfSites, "A site"),
            _ => ((string[])[.. OfOpenIdConnect, .. OfOurs], $"An app of kind {kind}"),
        };
        foreach (var (key, value) in app.Entries.Where(entry => entry.Key != "kind" && !own.Contains(entry.Key)))
            throw value.Problem(
                OfSaml.Contains(key) && kind != AppRequest.Site
                    ? $"Only SAML apps have {key}, and this one is of kind {kind}. Leave it out, or write 'kind: saml'."
                    : $"{what} has no {key}. Known: {string.Join(", ", own)}. Leave it out, or write another kind.");
        if (kind != AppRequest.Site && app.Find("origin") is null)
            throw app.Problem("Nothing says where the app listens: expected the key 'origin'.");
    }
}
