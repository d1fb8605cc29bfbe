using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Whether addresses and apps are those of the protocols that the target is said to speak.</summary>
internal static class Protocols
{
    private const string Saml = "saml";
    private const string None = "none";

    // What is part of a protocol, and so cannot be lacking where none is spoken.
    private static readonly string[] OfProtocols = ["prompt", "max-age", "session-state", "consent", "account-choice"];

    private static readonly string[] OfSaml = ["posted-requests", "signed-requests"];

    /// <summary>Refuses what fits no protocol, or has no effect.</summary>
    /// <param name="root">The file.</param>
    /// <param name="file">The same as it was read.</param>
    /// <param name="kind">What kind of app the profile that judges means where a scenario says none.</param>
    public static void Check(YamlValue root, TargetFile file, string kind)
    {
        var (protocol, apps) = (root.Get("protocol"), root.Get("apps"));
        if (protocol.Text == None)
        {
            CheckSite(root, file, protocol, kind);
            return;
        }

        if (root.Find("address") is { } address)
            throw address.Problem(
                "A target that speaks a protocol announces itself, and 'address' has no effect. Leave it out, or write 'protocol: none' "
                + "for a site that speaks none.");
        foreach (var (name, app) in apps.Entries.Where(app => file.Apps[app.Key].OnSite is not null))
            throw app.Problem($"{name} is a site, and the target speaks a protocol. Leave out 'kind: site', or write 'protocol: none'.");
        if (protocol.Text == Saml) CheckSaml(root, protocol, kind);
        else CheckOpenIdConnect(root, file, protocol, kind);
        foreach (var (name, app) in apps.Entries.Where(app => file.Apps[app.Key].IsSaml != (protocol.Text == Saml)))
        {
            if (protocol.Text == Saml)
                throw app.Problem($"{name} is of kind {file.Apps[name].Kind}, and the target speaks SAML alone. Write 'kind: saml'.");
            if (file.SamlMetadata is null)
                throw app.Problem(
                    $"{name} is a SAML app, and nothing says where the target's SAML metadata is: expected the key 'saml-metadata'.");
        }
    }

    private static void CheckSite(YamlValue root, TargetFile file, YamlValue protocol, string kind)
    {
        if (kind != AppRequest.Site)
            throw root.Get("profile").Problem(
                $"The profile {root.Get("profile").Text} judges by apps of kind {kind}, and the target is said to speak no protocol. Write "
                + "'profile: web'.");
        if (file.Site is null)
            throw protocol.Problem("Nothing says where the site is: expected the key 'address', such as https://shop.example.com.");
        foreach (var key in new[] { "discovery", "saml-metadata", "policies" })
        {
            if (root.Find(key) is { } needless)
                throw needless.Problem($"A site that speaks no protocol has no {key}. Leave it out, or name its protocol.");
        }

        foreach (var (name, app) in root.Get("apps").Entries.Where(app => file.Apps[app.Key].OnSite is null))
            throw app.Problem(
                $"{name} is an app of kind {file.Apps[name].Kind}, which needs a protocol, and the target speaks none. Write 'kind: site', "
                + "and 'protected' with the path of a page that needs a sign-in.");
        foreach (var part in OfProtocols)
        {
            if (root.Find("absent")?.Find(part) is { } needless)
                throw needless.Problem($"A site that speaks no protocol has no {part} anyway, so this has no effect. Leave it out.");
        }
    }

    private static void CheckSaml(YamlValue root, YamlValue protocol, string kind)
    {
        if (kind != Saml)
            throw root.Get("profile").Problem(
                $"The profile {root.Get("profile").Text} judges by apps of kind {kind}, and the target speaks SAML alone. Write "
                + "'profile: saml'.");
        if (root.Find("saml-metadata") is null)
            throw protocol.Problem("A target that speaks SAML announces itself by its metadata: expected the key 'saml-metadata'.");
        if (root.Find("discovery") is { } discovery)
            throw discovery.Problem(
                "A target that speaks SAML alone has no discovery document. Leave out 'discovery', or write 'protocol: openid-connect' for "
                + "one that speaks both.");
    }

    private static void CheckOpenIdConnect(YamlValue root, TargetFile file, YamlValue protocol, string kind)
    {
        if (file.Discovery is null)
            throw protocol.Problem(
                "A target that speaks OpenID Connect announces itself by its discovery document: expected the key 'discovery'. One that "
                + "speaks SAML alone has 'protocol: saml'.");
        if (kind == AppRequest.Site)
            throw root.Get("profile").Problem(
                $"The profile {root.Get("profile").Text} judges sites that speak no protocol, and the target is said to speak OpenID "
                + "Connect. Write 'protocol: none' with 'address', or name another profile.");
        if (kind == Saml)
            throw root.Get("profile").Problem(
                $"The profile {root.Get("profile").Text} judges by apps of kind {kind}, and the target is said to speak OpenID Connect. "
                + "Write 'protocol: saml' for its SAML side, or name another profile.");
        foreach (var part in OfSaml.Where(_ => file.SamlMetadata is null))
        {
            if (root.Find("absent")?.Find(part) is { } needless)
                throw needless.Problem(
                    $"{part} is a word for targets that speak SAML, and this one names no 'saml-metadata', so it has no effect. Leave it "
                    + "out.");
        }

        if (file.Apps.Values.All(app => app.IsSaml))
            throw protocol.Problem("All apps are SAML apps, so 'discovery' has no effect. Write 'protocol: saml' and leave it out.");
        if (root.Find("saml-metadata") is { } metadata && !file.Apps.Values.Any(app => app.IsSaml))
            throw metadata.Problem("No app is of kind saml, so 'saml-metadata' has no effect. Leave it out, or name such an app.");
    }
}
