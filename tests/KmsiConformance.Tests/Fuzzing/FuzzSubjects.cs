using System.Text;
using KmsiConformance.Cli;
using KmsiConformance.Cli.Output;
using KmsiConformance.Cookies;
using KmsiConformance.Cookies.Requests;
using KmsiConformance.Lint;
using KmsiConformance.Lint.Output;
using KmsiConformance.Reporting;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Suite.ThirdParties;
using KmsiConformance.Suite.Yaml;
using KmsiConformance.Targets.Files;
using KmsiConformance.Tests.Reporting;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds.Recipes;

namespace KmsiConformance.Tests.Fuzzing;

/// <summary>Everything that somebody gives the program to read.</summary>
internal static class FuzzSubjects
{
    private static readonly Lazy<ScenarioSuite> Loaded = new(() => SuiteLoader.Load(Repository.Scenarios));

    /// <summary>All of them, made anew.</summary>
    public static IReadOnlyDictionary<string, Func<FuzzSubject>> All { get; } = new Dictionary<string, Func<FuzzSubject>>(
        StringComparer.Ordinal)
    {
        ["scenario"] = Scenario, ["recipe"] = Recipe, ["target"] = Target, ["policy"] = Policy, ["run"] = Run, ["events"] = Events,
        ["set-cookie"] = SetCookie, ["command-line"] = CommandLines,
    };

    private static FuzzSubject Scenario()
    {
        var folder = Copied("catalogue");
        var file = Path.Combine(folder, "catalogue", "fuzzed.yaml");
        var suite = Loaded.Value;
        var reader = new ScenarioReader(SchemaCheck.Read(Path.Combine(Repository.Scenarios, "scenario.schema.json")), ["b2c-2020-12"]);
        return new FuzzSubject("scenario", Texts(Path.Combine(Repository.Scenarios, "catalogue"), "*.yaml"), text =>
        {
            File.WriteAllText(file, text);
            var problems = new ScenarioProblems();
            foreach (var scenario in new ScenarioFile(file, "fuzzed", "fuzzed.yaml").Read(reader, problems))
            {
                var (names, times) = (new NameCheck(suite), new TimeCheck(suite));
                problems.Add(scenario.Id, [
                    .. names.Problems(scenario), .. times.Problems(scenario), .. ThirdPartyCheck.Problems(scenario, Repository.Scenarios)]);
            }

            if (problems.All.Count > 0) throw new SuiteException(problems.All);
        })
        {
            End = () => Directory.Delete(folder, recursive: true),
        };
    }

    private static FuzzSubject Recipe()
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-fuzz-").FullName;
        var file = Path.Combine(folder, "own.yaml");
        return new FuzzSubject("recipe", Texts(Path.Combine(Repository.Scenarios, "recipes"), "*.yaml"), text =>
        {
            File.WriteAllText(file, text);
            var recipe = RecipeFile.Read(file, "own.yaml", Loaded.Value);
            _ = recipe.PageSigns();
            _ = recipe.Controls().Count;
        })
        {
            End = () => Directory.Delete(folder, recursive: true),
        };
    }

    private static FuzzSubject Target()
    {
        var folder = Copied("targets");
        var file = Path.Combine(folder, "targets", "fuzzed.yaml");
        var reader = new TargetFileReader(Loaded.Value);
        var some = Loaded.Value.Scenarios.Where((_, number) => number % 40 == 0).ToList();
        return new FuzzSubject("target", Texts(Path.Combine(Repository.Scenarios, "targets"), "*.yaml"), text =>
        {
            File.WriteAllText(file, text);
            var read = reader.Read(file);
            _ = read.Address;
            if (read.Start is not null) return;
            var kind = new RemoteTargetKind(read);
            foreach (var scenario in some) _ = kind.WhyNot(scenario);
        })
        {
            End = () => Directory.Delete(folder, recursive: true),
        };
    }

    private static FuzzSubject Policy()
    {
        var folder = Copied("policies");
        var file = Path.Combine(folder, "policies", "fuzzed.xml");
        var readings = KnownProfiles.Readings("b2c-2020-12");
        return new FuzzSubject("policy", Texts(Path.Combine(Repository.Scenarios, "policies"), "*.xml"), text =>
        {
            File.WriteAllText(file, text);
            var report = new Linter(readings).Lint([file]);
            _ = ReportJson.Of(report).Length + Sarif.Of(report, "1").Length;
            var settings = SettingsReport.Of([file], readings);
            _ = SettingsJson.Of(settings);
            if (report.Unreadable is [var wrong, ..]) throw wrong;
        })
        {
            End = () => Directory.Delete(folder, recursive: true),
        };
    }

    private static FuzzSubject Run()
    {
        var run = SampleCatalogue.Write();
        return Folder("run", run, run.Folder.RunFile, [File.ReadAllText(run.Folder.RunFile)]);
    }

    private static FuzzSubject Events()
    {
        var run = SampleCatalogue.Write();
        return Folder("events", run, run.Folder.EventsFile, [File.ReadAllText(run.Folder.EventsFile)]);
    }

    private static FuzzSubject Folder(string name, SampleRun run, string file, IReadOnlyList<string> corpus) => new(name, corpus, text =>
    {
        File.WriteAllText(file, text);
        foreach (var reporter in Reporters.All) reporter.WriteAsync(run.Folder, CancellationToken.None).GetAwaiter().GetResult();
    })
    {
        End = run.Dispose,
    };

    private static FuzzSubject SetCookie()
    {
        string[] corpus =
        [
            "x-ms-cpim-sso:shop.onmicrosoft.com_0=AbC123; domain=login.localhost; path=/; secure; HttpOnly; SameSite=None",
            "session=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT; Max-Age=604800; Path=/shop; Domain=.shop.localhost; Partitioned",
            "__Host-sid=; Path=/; Secure; Max-Age=-1", "__Secure-a=b; Secure; SameSite=Lax", "plain=value",
        ];
        var request = new CookieRequest(new Uri("https://login.localhost/shop/sign-in"), "GET", Destination.TopLevel);
        return new FuzzSubject("set-cookie", corpus, text =>
        {
            // One character for each octet, as a header comes.
            var store = new CookieStore(TimeProvider.System, CookiePolicy.AsShipped);
            store.Receive(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)), request);
            _ = store.HeaderFor(request);
        });
    }

    private static FuzzSubject CommandLines() => new("command-line", FuzzedCommand.Corpus, text =>
    {
        var parsed = EntryPoint.Parse(FuzzedCommand.Arguments(text));
        if (parsed.Errors.Count > 0) throw new UserErrorException(string.Join('\n', ParseErrors.InWords(parsed)));
    });

    private static List<string> Texts(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    // Files that others of the same folder refer to stay beside it.
    private static string Copied(string below)
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-fuzz-").FullName;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, below), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Repository.Scenarios, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        return folder;
    }
}
