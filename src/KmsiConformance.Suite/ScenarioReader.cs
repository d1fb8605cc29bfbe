using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Needs;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>Reads one scenario file: first against the schema, then for meaning.</summary>
/// <param name="schema">The schema that editors use too; null where a file is known to fit it.</param>
/// <param name="standardProfiles">The profiles of a scenario that names none.</param>
public sealed class ScenarioReader(SchemaCheck? schema, IReadOnlyList<string> standardProfiles)
{
    /// <summary>Reads a scenario.</summary>
    /// <param name="id">Its id, from its path.</param>
    /// <param name="file">The file's content.</param>
    /// <exception cref="SuiteException">Something in the file is wrong; all problems of the schema are listed.</exception>
    public Scenario Read(string id, YamlFile file)
    {
        IReadOnlyList<SuiteProblem> problems = file.Root.IsMap ? [.. VerbCheck.Problems(file.Root.Find("steps"))] : [];
        if (problems.Count == 0 && schema is not null) problems = schema.Check(file);
        if (problems.Count > 0) throw new SuiteException(problems);

        var root = file.Root;
        var profiles = root.Find("profiles") is null ? standardProfiles : root.Texts("profiles");
        var own = Items(root, "requirements").Where(OwnRequirements.IsOne)
            .ToDictionary(entry => (entry.Line, entry.Column), entry => OwnRequirements.Read(entry, profiles));
        var scenario = new Scenario(
            id,
            file.Name,
            OnOneLine(root.Get("title").Text),
            [.. Items(root, "requirements")
                .Select(entry => own.TryGetValue((entry.Line, entry.Column), out var said) ? said.Id : entry.Text).Distinct()],
            profiles,
            Policy(root.Find("policy")) with
            {
                Other = root.Find("other-policy") is { } other ? Policy(other) : null,
                Tenant = TenantRequest.Read(root.Find("tenant")),
                Site = SiteRequest.Read(root.Find("site")),
            },
            AppsReader.Read(root.Find("apps"), Lengths.Read),
            root.Find("clock")?.Text == "real",
            [.. StepReader.Read(root.Get("steps"))])
        {
            Providers = ProviderRequest.ReadAll(root.Find("identity-providers"), Lengths.Read),
            Own = [.. own.Select(said => (said.Value, said.Key.Line, said.Key.Column))],
            ThirdPartyCookies = root.Find("third-party-cookies")?.Text,
            Devices = [.. Items(root, "devices").Select(device => At(NameKind.Device, device))],
            Tabs = [.. Items(root, "tabs").Select(tab => At(NameKind.Tab, tab))],
            Names = [.. Names(root)],
            Needs = root.Find("needs") is { } needs ? Need.ReadAll(needs) : Need.OfSettings(root.Find("policy")),
            OtherPolicyPlace = root.Find("other-policy") is { } second ? (second.Line, second.Column) : (1, 1),
        };

        foreach (var step in scenario.Steps)
        {
            foreach (var profile in profiles.Where(profile => step.Expected?.Covers(profile) == false))
            {
                throw new SuiteException(new SuiteProblem(file.Name, step.Line, 1,
                    $"No expectation is written for the profile {profile}, which this scenario runs under. Add it, or 'otherwise'."));
            }
        }

        return scenario;
    }

    private static IEnumerable<UsedName> Names(YamlValue root)
    {
        foreach (var id in Items(root, "requirements").Where(entry => !OwnRequirements.IsOne(entry)))
            yield return At(NameKind.Requirement, id);
        foreach (var id in Items(root, "profiles")) yield return At(NameKind.Profile, id);
        foreach (var policy in new[] { "policy", "other-policy" })
        {
            if (root.Find(policy)?.Find("file") is { } file) yield return At(NameKind.PolicyFile, file);
        }

        if (root.Find("tenant") is not { } tenant) yield break;
        foreach (var key in new[] { "users", "persistent-browser-session" })
        {
            foreach (var (user, value) in tenant.Find(key)?.Entries ?? [])
                yield return new UsedName(NameKind.User, user, value.Line, value.Column);
        }

        foreach (var app in Items(tenant, "needs-consent")) yield return At(NameKind.App, app);
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<YamlValue> Items(YamlValue map, string key) => map.Find(key)?.Items ?? [];

    private static UsedName At(NameKind kind, YamlValue name) => new(kind, name.Text, name.Line, name.Column);

    private static PolicyRequest Policy(YamlValue? policy)
    {
        var standard = PolicyRequest.Default;
        if (policy is null) return standard;
        var read = standard with
        {
            File = policy.Find("file")?.Text,
            KeepAliveInDays = policy.Find("keep-alive") is { } days ? (int)Lengths.Read(days).TotalDays : null,
            Session = policy.Find("session") is { } session ? Lengths.Read(session) : standard.Session,
            Expiry = policy.Find("expiry")?.Text ?? standard.Expiry,
            Scope = policy.Find("scope")?.Text ?? standard.Scope,
            OffersKeepMeSignedIn = policy.Find("keep-me-signed-in")?.Text != "hidden",
            SecondFactor = policy.Find("second-factor")?.Truth() ?? false,
            RequireIdTokenHint = policy.Find("require-id-token-hint")?.Truth() ?? false,
            TokenIssuer = policy.Find("token-issuer")?.Text ?? standard.TokenIssuer,
            WithoutKmsi = policy.Find("without-kmsi")?.Text ?? standard.WithoutKmsi,
            Maximum = policy.Find(SettingsInForce.MaximumName) is { } maximum ? Lengths.Read(maximum) : null,
            KeepAliveMaximum = policy.Find(SettingsInForce.KeepAliveMaximumName) is { } longest ? Lengths.Read(longest) : null,
        };
        Maxima.Check(policy, read.Lengths, read.Expiry == standard.Expiry);
        return read;
    }

}
