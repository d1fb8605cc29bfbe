using System.CommandLine;
using KmsiConformance.Probing.FirstFile;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi probe ADDRESS</c>: writes the first target file of a provider that no file describes.</summary>
internal sealed class ProbeAddress
{
    // Nothing of the system's is usually there.
    private const int Port = 4811;

    private readonly Option<string[]> _users = new("--user")
    {
        Description = "An account: what is typed as its name, and where its password is. May be given several times.",
        HelpName = "NAME=env:VARIABLE",
    };

    private readonly Option<string[]> _clients = new("--client-id")
    {
        Description = "The client id of an app that is registered: groceries=ID, then pharmacy=ID.", HelpName = "APP=ID",
    };

    private readonly Option<string[]> _secrets = new("--client-secret")
    {
        Description = "Where the secret of such an app is.", HelpName = "APP=env:VARIABLE",
    };

    private readonly Option<string> _recipe = new("--recipe")
    {
        Description = "The recipe: a name, or a file of your own.", HelpName = "RECIPE", DefaultValueFactory = _ => "generic",
    };

    private readonly TrustOption _trust = new();
    private readonly Option<string?> _out = new("--out") { Description = "The file to write. Default: HOST.yaml.", HelpName = "FILE" };
    private readonly Option<bool> _force = new("--force") { Description = "Write over a file that is there." };

    public IEnumerable<Option> Options => [_users, _clients, _secrets, _recipe, _trust.Option, _out, _force];

    /// <summary>Which of these options were given, for a command that has no use for them.</summary>
    public IEnumerable<string> Given(ParseResult parsed) =>
        Options.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name);

    /// <summary>Writes the file.</summary>
    /// <param name="yes">Whether the command line says that somebody may be signed in at a service that people depend on.</param>
    /// <exception cref="UserErrorException">Something was given that makes no sense, or the file is there already.</exception>
    public async Task<int> RunAsync(
        ParseResult parsed, Uri address, bool yes, PreflightRequest request, ScenarioSuite suite, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(parsed.GetValue(_out) ?? $"{address.Host}.yaml");
        if (File.Exists(path) && !parsed.GetValue(_force))
            throw new UserErrorException($"{path} is there already. Name another file with --out, or write over it with --force.");
        var users = GivenPairs.Users(parsed.GetValue(_users) ?? [], suite);
        var clients = GivenPairs.Of("--client-id", parsed.GetValue(_clients) ?? []);
        var secrets = GivenPairs.Of("--client-secret", parsed.GetValue(_secrets) ?? []);
        foreach (var (app, where) in secrets) GivenPairs.Reference("--client-secret", app, where);
        foreach (var app in clients.Keys.Concat(secrets.Keys).Where(app => !AppRequest.StandardNames.Contains(app)))
            throw new UserErrorException(
                $"No scenario knows an app '{app}' by itself. Expected {string.Join(" or ", AppRequest.StandardNames)}.");

        var named = parsed.GetValue(_recipe)!;
        _ = RecipeChoice.Of(named, suite);
        var recipe = suite.Recipes.ContainsKey(named) ? named : Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.GetFullPath(named));
        var trust = parsed.GetValue(_trust.Option);
        TrustOption.Heed(trust);
        var trusting = TrustOption.Line(trust, Path.GetDirectoryName(path)!);
        if (await Discovery.AtAsync(address, cancellation) is not { } discovery)
        {
            if (clients.Count + secrets.Count > 0)
                throw new UserErrorException(
                    $"{address} has no discovery document, so no app is registered there: leave out --client-id and --client-secret for a "
                    + "site that speaks no protocol. For a provider of OpenID Connect, give its issuer.");
            await FirstLook.WriteAsync(
                path, seen => new FirstSiteFile(address, users, recipe).Text(seen) + trusting,
                "Give the address of a page that needs a sign-in, or of the sign-in page itself, and the right password; 'kmsi recipe "
                + "try' shows what the recipe finds there.", yes, request, suite, cancellation);
            return Written(path, "");
        }

        var first = new FirstTargetFile(
            discovery, users,
            [.. AppRequest.StandardNames.Select(app =>
                new FirstApp(app, clients.GetValueOrDefault(app, app), secrets.GetValueOrDefault(app)))],
            recipe, Port);

        // Only an app that is registered is led to the sign-in page.
        if (clients.Count > 0)
        {
            await FirstLook.WriteAsync(
                path, seen => first.Text(seen) + trusting,
                "Correct the client id, its secret or the password, or register the app as the file says that is written without "
                + "--client-id; 'kmsi recipe try' shows what the recipe finds on a page.", yes, request, suite, cancellation);
            return Written(path, "");
        }

        await File.WriteAllTextAsync(path, first.Text(null) + trusting, cancellation);
        _ = new TargetFileReader(suite).Read(path);
        return Written(path, "register the apps as it says, ");
    }

    private static int Written(string path, string first)
    {
        Console.WriteLine($"Written: {path}");
        Console.WriteLine($"Next: {first}read it through, then kmsi probe --target {path}");
        return ExitCodes.Conformant;
    }
}
