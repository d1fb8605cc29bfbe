using KmsiConformance.Policies;
using KmsiConformance.Policies.Sets;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Reads the session settings that a target declares: in its file, or in the custom policies that it runs.</summary>
internal static class DeclaredPolicyReader
{
    private static readonly string[] Settings = ["session", "keep-alive", "expiry", "scope", "keep-me-signed-in"];

    /// <summary>Reads whichever of the two is there.</summary>
    /// <param name="root">The target file.</param>
    /// <param name="folder">Where it stands.</param>
    /// <param name="reading">How custom policies are read.</param>
    public static TargetPolicy Read(YamlValue root, string folder, Readings reading) => (root.Find("policy"), root.Find("policies")) switch
    {
        ({ } policy, null) => Written(policy, root.Get("protocol").Text == "none"),
        (null, { } policies) => OfPolicies(policies, folder, reading),
        (null, null) => throw root.Problem(
            "Nothing says how long sessions last: expected the key 'policy', or 'policies' for custom policies."),
        var (_, policies) => throw policies!.Problem("The session settings are declared twice. Leave out 'policy' or 'policies'."),
    };

    private static TargetPolicy Written(YamlValue policy, bool isSite)
    {
        // Of a provider all is declared; a site may promise less, and is then held to less.
        var unsaid = Settings.Where(setting => policy.Find(setting) is null).ToHashSet(StringComparer.Ordinal);
        if (!isSite && Settings.FirstOrDefault(unsaid.Contains) is { } missing)
            throw policy.Problem(
                $"expected the key '{missing}': of a target that speaks a protocol every setting is declared. Only a site that speaks none "
                + "may promise less.");
        if (isSite && policy.Find("require-id-token-hint") is { } hint)
            throw hint.Problem("A site that speaks no protocol knows no id_token_hint, so this has no effect. Leave it out.");
        if (!isSite && policy.Find("assurance") is { } level)
            throw level.Problem(
                "Levels of assurance are judged at sites that speak no protocol ('protocol: none'), so this has no effect here. Leave it "
                + "out.");
        var keepAlive = policy.Find("keep-alive") is { Text: not "none" } kept ? Lengths.Read(kept) : (TimeSpan?)null;
        var box = policy.Find("keep-me-signed-in");
        if (box is { Text: "offered" } && policy.Find("keep-alive") is { Text: "none" })
            throw box.Problem(
                "A box without a kept session keeps nobody signed in. Say how long it keeps them with 'keep-alive', or hide it.");
        var read = new TargetPolicy(
            policy.Find("session") is { } session ? Lengths.Read(session) : TimeSpan.Zero, keepAlive,
            policy.Find("expiry") is { } expiry ? Enum.Parse<ExpiryType>(expiry.Text, ignoreCase: true) : ExpiryType.Rolling,
            policy.Find("scope") is { } scope ? Enum.Parse<SsoScope>(scope.Text, ignoreCase: true) : null,
            policy.Find("require-id-token-hint")?.Truth() ?? false, box?.Text == "offered", Words(policy))
        {
            SecondFactor = policy.Find("second-factor")?.Truth() ?? false,
            Assurance = policy.Find("assurance")?.Number(),
            HasOneSession = policy.Find("concurrent-sessions")?.Text == "one",
            Maximum = Limit(policy, SettingsInForce.MaximumName),
            KeepAliveMaximum = Limit(policy, SettingsInForce.KeepAliveMaximumName),
            Unsaid = unsaid,
            IsGuess = policy.Get("from").Text.StartsWith(TargetPolicy.NotSaid, StringComparison.Ordinal),
        };
        Maxima.Check(policy, read, policy.Find("expiry")?.Text == "absolute");
        return read;
    }

    private static TimeSpan? Limit(YamlValue policy, string setting) =>
        policy.Find(setting) is { Text: not "none" } limit ? Lengths.Read(limit) : null;

    private static string Words(YamlValue policy)
    {
        string? Said(string lead, string setting) => policy.Find(setting) is { } value ? lead + value.Text : null;
        var said = new[]
        {
            Said("session ", "session"), Said("session at most ", SettingsInForce.MaximumName), Said("kept ", "keep-alive"),
            Said("kept at most ", SettingsInForce.KeepAliveMaximumName), Said("", "expiry"), Said("", "scope"),
            Said("claims assurance level ", "assurance"),
        };
        return string.Join(", ", said.OfType<string>().DefaultIfEmpty("nothing of its sessions")) + $"; from {policy.Get("from").Text}";
    }

    private static TargetPolicy OfPolicies(YamlValue policies, string folder, Readings reading)
    {
        var (where, wanted) = (policies.Get("folder"), policies.Get("relying-party"));
        if (reading.Product != LoginProduct.B2c)
            throw policies.Problem(
                $"Custom policies are B2C's, and the profile {reading.Profile} is about another product. Write 'policy'.");
        var path = Path.GetFullPath(Path.Combine(folder, where.Text));
        if (!Directory.Exists(path)) throw where.Problem($"There is no folder {path}.");
        try
        {
            var found = FoundPolicies.In([path]);
            if (found.Unreadable.Count > 0) throw found.Unreadable[0];
            var known = PolicyReader.Read(found.Policies.Select(policy => policy.File));
            List<string> ids = [.. known.Select(policy => policy.PolicyId)];
            return known.FirstOrDefault(policy => policy.PolicyId == wanted.Text) is { } policy
                ? PolicySettings.Of(policy, reading, Words(policy, path, reading)) with { SecondFactor = policy.SecondFactor is not null }
                : throw wanted.Problem(
                    $"No policy there that applications can name is called '{wanted.Text}'.{NearestName.Hint(wanted.Text, ids)} "
                    + $"Known: {(ids.Count == 0 ? "none" : string.Join(", ", ids))}.");
        }
        catch (PolicyException unusable)
        {
            throw policies.Problem($"The policies cannot be read: {unusable.Message}");
        }
    }

    // For each setting the place that it came from.
    private static string Words(CustomPolicy policy, string folder, Readings reading)
    {
        var places = policy.Places;
        string At(Place? place) => place is { } at
            ? $" ({at with { File = Path.GetRelativePath(folder, at.File) }})"
            : " (absent)";
        var box = policy.KmsiOffer(reading);
        return $"KeepAliveInDays {policy.Settings.KeepAliveInDays?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}"
            + At(places.KeepAliveInDays?.At)
            + $", session {policy.Settings.Session.TotalSeconds:0} s" + At(places.SessionExpiryInSeconds?.At)
            + $", {policy.Settings.Expiry}" + At(places.SessionExpiryType?.At)
            + $", {policy.Settings.Scope}" + At(places.Scope?.At)
            + $", box {(box.Offered ? "offered" : "hidden")}; from the policy {policy.PolicyId}";
    }
}
