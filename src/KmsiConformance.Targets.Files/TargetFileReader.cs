using KmsiConformance.Policies;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Reads a target file: first against the schema that editors use too, then for meaning.</summary>
/// <param name="suite">The scenarios folder that it is to run: its profiles, recipes, users and schema.</param>
public sealed class TargetFileReader(ScenarioSuite suite)
{
    private static readonly SettingsInForce None = new(TimeSpan.Zero, null);

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
        var start = Start(root, folder);
        var read = new TargetFile(
            Path.GetFileNameWithoutExtension(full),
            full,
            Known(root.Get("profile"), suite.Profiles.Select(profile => profile.Id), "profile"),
            RecipeOf(root.Get("recipe"), folder),
            root.Get("discovery").Text,
            Policy(root.Get("policy")),
            root.Get("apps").Entries.ToDictionary(
                app => app.Key, app => App(app.Value, folder, start is not null), StringComparer.Ordinal),
            root.Get("users").Entries.ToDictionary(
                user => user.Key, user => User(user.Key, user.Value, folder, start is not null), StringComparer.Ordinal),
            root.Get("clock") is { IsMap: false } named
                ? named.Text == "process" ? TargetClock.Process : TargetClock.None
                : TargetClock.Hook,
            start)
        {
            Sites = root.Texts("sites"),
            ClockHook = root.Get("clock") is { IsMap: true } clock ? Hook(clock.Get("hook")) : null,
            Absent = root.Find("absent")?.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal)
                ?? [],
        };
        CheckPlaces(root, read);
        CheckHosts(root, read);
        return read;
    }

    private static StartCommand? Start(YamlValue root, string folder)
    {
        var start = root.Find("start");
        switch (root.Get("kind").Text)
        {
            case "process" when start is null:
                throw root.Problem("A target of kind process is started by the harness: expected the key 'start' with its command.");
            case "remote" when start is not null:
                throw start.Problem(
                    "A target of kind remote runs already, so nothing is started. Leave out 'start', or write kind: process.");
            case "remote" when root.Get("clock") is { IsMap: false, Text: "process" }:
                throw root.Get("clock").Problem("The clock of a remote target's processes is out of reach. Expected none.");
        }

        if (start is null) return null;
        var within = start.Find("folder") is { } named ? Path.GetFullPath(Path.Combine(folder, named.Text)) : folder;
        if (!Directory.Exists(within)) throw start.Get("folder").Problem($"There is no folder {within}.");
        return new StartCommand(
            start.Texts("command"),
            within,
            start.Find("environment")?.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal) ?? [],
            start.Get("ready").Text,
            start.Find("ready-within") is { } limit ? Length(limit) : TimeSpan.FromMinutes(2),
            start.Find("fresh")?.Text switch { "scenario" => Freshness.Scenario, "run" => Freshness.Run, _ => Freshness.Worker },
            [.. (start.Find("setup")?.Items ?? []).Select(command => (IReadOnlyList<string>)[.. command.Items.Select(word => word.Text)])])
        {
            Installed = start.Find("installed") is { } made ? Path.Combine(within, made.Text) : null,
        };
    }

    private static ClockHook Hook(YamlValue hook)
    {
        var (address, body) = (hook.Get("address"), hook.Find("body"));
        return $"{address.Text}{body?.Text}".Contains("{offset}", StringComparison.Ordinal)
            || $"{address.Text}{body?.Text}".Contains("{now}", StringComparison.Ordinal)
            ? new ClockHook(
                hook.Find("method")?.Text ?? "POST", address.Text, body?.Text, hook.Find("content-type")?.Text ?? "application/json")
            : throw hook.Problem("The call says no time: expected {offset} or {now} in its address or body.");
    }

    private static TargetPolicy Policy(YamlValue policy)
    {
        var keepAlive = policy.Get("keep-alive") is { Text: not "none" } kept ? Length(kept) : (TimeSpan?)null;
        var scope = Enum.Parse<SsoScope>(policy.Get("scope").Text, ignoreCase: true);
        var expiry = Enum.Parse<ExpiryType>(policy.Get("expiry").Text, ignoreCase: true);
        var box = policy.Get("keep-me-signed-in");
        if (box.Text == "offered" && keepAlive is null)
            throw box.Problem(
                "A box without a kept session keeps nobody signed in. Say how long it keeps them with 'keep-alive', or hide it.");
        return new TargetPolicy(
            Length(policy.Get("session")), keepAlive, expiry, scope, policy.Find("require-id-token-hint")?.Truth() ?? false,
            box.Text == "offered",
            $"session {policy.Get("session").Text}, kept {policy.Get("keep-alive").Text}, {expiry}, {scope}; "
            + $"from {policy.Get("from").Text}")
        {
            SecondFactor = policy.Find("second-factor")?.Truth() ?? false,
        };
    }

    private static DeclaredApp App(YamlValue app, string folder, bool isStarted) => new(
        app.Get("client-id").Text,
        app.Find("client-secret") is { } secret ? SecretReference.Read(secret, folder, isStarted) : null,
        app.Get("origin").Text)
    {
        Callback = app.Find("redirect")?.Text ?? "/signin-oidc",
        SignedOut = app.Find("post-logout")?.Text ?? "/signed-out",
        FrontChannel = app.Find("front-channel")?.Text,
        BackChannel = app.Find("back-channel")?.Text,
        Kind = app.Find("kind")?.Text ?? "web",
        OfflineAccess = app.Find("offline-access")?.Truth() ?? false,
        ResponseModes = app.Find("response-modes") is null ? ["query", "fragment", "form_post"] : app.Texts("response-modes"),
    };

    private DeclaredUser User(string name, YamlValue user, string folder, bool isStarted)
    {
        if (!suite.Users.Contains(name))
            throw user.Problem(
                $"No scenario knows a user '{name}'.{NearestName.Hint(name, suite.Users)} Known: {string.Join(", ", suite.Users)}.");
        return new DeclaredUser(
            user.Get("name").Text,
            SecretReference.Read(user.Get("password"), folder, isStarted));
    }

    private Recipe RecipeOf(YamlValue named, string folder)
    {
        if (!named.Text.EndsWith(".yaml", StringComparison.Ordinal))
            return suite.Recipes[Known(named, suite.Recipes.Keys, "recipe")];
        var path = Path.Combine(folder, named.Text);
        return File.Exists(path)
            ? RecipeFile.Read(path, named.Text, suite)
            : throw named.Problem($"There is no recipe file {path}.");
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
        var texts = Leaves(root.Get("discovery")).Concat(Leaves(root.Get("apps"))).Concat(Leaves(root.Find("start")));
        foreach (var text in texts)
        {
            if (Places.Problem(text, [.. file.Users.Keys], confidential) is { } wrong) throw wrong;
            if (file.Start is null && text.Text.Contains("{port:", StringComparison.Ordinal))
                throw text.Problem("A remote target is told of no ports that are found at start. Write the registered port.");
        }
    }

    private static IEnumerable<YamlValue> Leaves(YamlValue? value) =>
        value is null ? []
        : value.IsMap ? value.Entries.SelectMany(entry => Leaves(entry.Value))
        : value.IsList ? value.Items.SelectMany(Leaves)
        : [value];

    // Cookies ignore ports: an app on the target's host would see its cookies and overwrite them.
    private static void CheckHosts(YamlValue root, TargetFile file)
    {
        List<string> logins = [HostOf(file.Discovery!), .. file.Sites.Select(HostOf)];
        foreach (var (name, app) in root.Get("apps").Entries)
        {
            var host = HostOf(app.Get("origin").Text);
            if (!LeadsHere(host))
                throw app.Get("origin").Problem(
                    $"{name} is played on this machine, and {host} does not lead here. Register an address on a host that does, such as "
                    + $"https://{name}.localhost, or let the name lead to 127.0.0.1 in the hosts file.");
            if (logins.Contains(host))
                throw app.Get("origin").Problem(
                    $"{name} stands on {host}, as the target does: cookies ignore ports, so each would get the other's. "
                    + $"Give it a host of its own, such as https://{name}.localhost.");
            if (root.Get("apps").Entries.FirstOrDefault(other => other.Key != name && HostOf(other.Value.Get("origin").Text) == host)
                is { Key: { } same })
                throw app.Get("origin").Problem(
                    $"{name} and {same} stand on the same host {host}: cookies ignore ports. Give each its own.");
        }
    }

    private static bool LeadsHere(string host)
    {
        if (host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal)) return true;
        try
        {
            var addresses = System.Net.Dns.GetHostAddresses(host);
            return addresses.Length > 0 && Array.TrueForAll(addresses, System.Net.IPAddress.IsLoopback);
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    // Places for ports are no part of an address yet.
    private static string HostOf(string address) =>
        address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/', ':')[0].ToLowerInvariant();

    private static TimeSpan Length(YamlValue value)
    {
        try
        {
            return DurationExpression.Parse(value.Text).Evaluate(None);
        }
        catch (FormatException wrong)
        {
            throw value.Problem(wrong.Message);
        }
    }
}
