using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;
using KmsiConformance.Suite;

namespace KmsiConformance.Targets.Files;

/// <summary>Reads a target file: first against the schema that editors use too, then for meaning.</summary>
/// <param name="suite">The scenarios folder that it is to run: its profiles, recipes, users and schema.</param>
public sealed class TargetFileReader(ScenarioSuite suite)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="SuiteException">Something in it is wrong; all problems of the schema are listed.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public TargetFile Read(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
            throw new FileNotFoundException($"There is no target file {full}. 'kmsi run --help' says what --target takes.");
        var file = YamlFile.Read(full, path);
        var problems = SchemaCheck.Read(Path.Combine(suite.Folder, "target.schema.json")).Check(file);
        if (problems.Count > 0) throw new SuiteException(problems);

        var root = file.Root;
        var folder = Path.GetDirectoryName(full)!;
        var start = StartReader.Read(root, folder);
        var profile = Known(root.Get("profile"), suite.Profiles.Select(known => known.Id), "profile");
        var read = new TargetFile(
            Path.GetFileNameWithoutExtension(full),
            full,
            profile,
            DeclaredCookies.Over(RecipeOf(root.Get("recipe"), folder), root.Find("cookies")),
            root.Find("discovery")?.Text,
            DeclaredPolicyReader.Read(root, folder, suite.ReadingsOf(profile)),
            root.Get("apps").Entries.ToDictionary(
                app => app.Key, app => AppReader.Read(app.Value, root, folder, start is not null), StringComparer.Ordinal),
            root.Get("users").Entries.ToDictionary(
                user => user.Key, user => User(user.Key, user.Value, folder, start is not null), StringComparer.Ordinal),
            root.Get("clock") is { IsMap: false } named
                ? named.Text == "process" ? TargetClock.Process : TargetClock.None
                : TargetClock.Hook,
            start)
        {
            RecipeFile = IsFile(root.Get("recipe")) ? Path.Combine(folder, root.Get("recipe").Text) : null,
            Site = root.Find("address")?.Text,
            SamlMetadata = root.Find("saml-metadata")?.Text,
            NamesIssuerByTenant = suite.ReadingsOf(profile).NamesIssuerByTenant,
            Sites = root.Texts("sites"),
            Hosts = root.Texts("hosts"),
            Trust = Authorities(root.Find("trust"), folder),
            Limits = new TargetLimits(
                root.Find("limits")?.Find("sign-ins-a-minute")?.Number(),
                root.Find("limits")?.Find("step") is { } step ? StartReader.Limit(step) : null),
            Version = root.Find("version")?.Text,
            Known = root.Find("known")?.Entries.ToDictionary(known => known.Key, known => Failure(known.Key, known.Value),
                StringComparer.Ordinal) ?? [],
            ClockHook = root.Get("clock") is { IsMap: true } clock ? StartReader.Hook(clock.Get("hook")) : null,
            AccountEvents = AccountEventsReader.Read(root, start),
            Absent = root.Find("absent")?.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal)
                ?? [],
        };
        Protocols.Check(root, read, suite.Profiles.First(known => known.Id == profile).AppKind);
        CheckPlaces(root, read);
        if (read.Policy.SecondFactor == true && read.Users.FirstOrDefault(user => user.Value.OneTimeCode is null) is { Key: { } without })
            throw root.Get("users").Get(without).Problem(
                $"The policy asks for a second factor, and {without} has none: write 'one-time-code: env:NAME', the secret that the page "
                + "for setting up an authenticator app shows.");
        if (read.Site is null) AppHosts.Check(root, read);
        else AppHosts.CheckSite(root, read);
        AppHosts.CheckSaml(root, read);
        return read;
    }

    private DeclaredUser User(string name, YamlValue user, string folder, bool isStarted)
    {
        if (!suite.Users.Contains(name))
            throw user.Problem(
                $"No scenario knows a user '{name}'.{NearestName.Hint(name, suite.Users)} Known: {string.Join(", ", suite.Users)}.");
        return new DeclaredUser(
            user.Get("name").Text,
            SecretReference.Read(user.Get("password"), folder, isStarted),
            user.Find("one-time-code") is { } code ? SecretReference.Read(code, folder, isStarted) : null);
    }

    private KnownFailure Failure(string scenario, YamlValue failure)
    {
        List<string> all = [.. suite.Scenarios.Select(one => one.Id)];
        return all.Contains(scenario)
            ? new KnownFailure(failure.Get("seen").Text, failure.Get("because").Text)
            : throw failure.Problem(
                $"There is no scenario '{scenario}' that could fail.{NearestName.Hint(scenario, all)} 'kmsi list' names them.");
    }

    private static bool IsFile(YamlValue recipe) => recipe.Text.EndsWith(".yaml", StringComparison.Ordinal);

    private Recipe RecipeOf(YamlValue named, string folder)
    {
        if (!IsFile(named))
            return suite.Recipes[Known(named, suite.Recipes.Keys, "recipe")];
        var path = Path.Combine(folder, named.Text);
        return File.Exists(path)
            ? RecipeFile.Read(path, named.Text, suite)
            : throw named.Problem($"There is no recipe file {path}.");
    }

    private static X509Certificate2Collection Authorities(YamlValue? trust, string folder)
    {
        var known = new X509Certificate2Collection();
        foreach (var named in trust?.Items ?? [])
        {
            var path = Path.Combine(folder, named.Text);
            if (!File.Exists(path)) throw named.Problem($"There is no file {path}.");
            var before = known.Count;
            try
            {
                known.ImportFromPem(OrdinaryFile.Text(path));
            }
            catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
            {
                throw named.Problem($"{path} cannot be read as certificates: {unreadable.Message}");
            }

            if (known.Count == before) throw named.Problem($"{path} holds no certificate. Expected PEM: -----BEGIN CERTIFICATE-----.");
        }

        return known;
    }

    private static string Known(YamlValue value, IEnumerable<string> known, string what)
    {
        List<string> all = [.. known];
        return all.Contains(value.Text)
            ? value.Text
            : throw value.Problem(
                $"There is no {what} '{value.Text}'.{NearestName.Hint(value.Text, all)} Known: {string.Join(", ", all)}.");
    }

    private static void CheckPlaces(YamlValue root, TargetFile file)
    {
        List<string> confidential = [.. file.Apps.Where(app => app.Value.ClientSecret is not null).Select(app => app.Key)];
        foreach (var text in new[] { "discovery", "saml-metadata", "apps", "start" }.SelectMany(key => Leaves(root.Find(key))))
        {
            if (Places.Problem(text, file, confidential) is { } wrong) throw wrong;
            if (file.Start is null && text.Text.Contains("{port:", StringComparison.Ordinal))
                throw text.Problem("A remote target is told of no ports that are found at start. Write the registered port.");
        }
    }

    private static IEnumerable<YamlValue> Leaves(YamlValue? value) =>
        value is null ? []
        : value.IsMap ? value.Entries.SelectMany(entry => Leaves(entry.Value))
        : value.IsList ? value.Items.SelectMany(Leaves)
        : [value];
}
