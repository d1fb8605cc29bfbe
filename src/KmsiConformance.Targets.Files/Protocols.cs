using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Whether addresses and apps are those of the protocols that the target is said to speak.</summary>
internal static class Protocols
{
    private const string Saml = "saml";

    /// <summary>Refuses what fits no protocol, or has no effect.</summary>
    /// <param name="root">The file.</param>
    /// <param name="file">The same as it was read.</param>
    /// <param name="kind">What kind of app the profile that judges means where a scenario says none.</param>
    public static void Check(YamlValue root, TargetFile file, string kind)
    {
        var (protocol, apps) = (root.Get("protocol"), root.Get("apps"));
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
        if (kind == Saml)
            throw root.Get("profile").Problem(
                $"The profile {root.Get("profile").Text} judges by apps of kind {kind}, and the target is said to speak OpenID Connect. "
                + "Write 'protocol: saml' for its SAML side, or name another profile.");
        if (file.Apps.Values.All(app => app.IsSaml))
            throw protocol.Problem("All apps are SAML apps, so 'discovery' has no effect. Write 'protocol: saml' and leave it out.");
        if (root.Find("saml-metadata") is { } metadata && !file.Apps.Values.Any(app => app.IsSaml))
            throw metadata.Problem("No app is of kind saml, so 'saml-metadata' has no effect. Leave it out, or name such an app.");
    }
}
