using System.Text.RegularExpressions;
using KmsiConformance.Cli;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.CodeQuality;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;
using YamlDotNet.RepresentationModel;

namespace KmsiConformance.Tests.House;

/// <summary>The files under docs/ci that people copy: they are well-formed, and their commands are understood.</summary>
internal sealed partial class BuildServerFilesTests
{
    private const string Folder = "docs/ci";

    private static readonly string[] Yaml = ["github-actions.yml", "gitlab-ci.yml", "azure-pipelines.yml"];

    private static readonly string[] All = [.. Yaml, "Jenkinsfile"];

    [TestCaseSource(nameof(All))]
    public void It_publishes_the_program_and_runs_it_once(string file)
    {
        var steps = Steps(file);
        var published = steps.FindIndex(step => step == "dotnet publish src/KmsiConformance.Cli -c Release -o out");
        var run = steps.FindIndex(step => step.StartsWith("dotnet out/kmsi.dll run ", StringComparison.Ordinal));
        Assert.That(published, Is.Not.Negative, string.Join('\n', steps));
        Assert.That(run, Is.GreaterThan(published));
        Assert.That(steps.Count(step => step.Contains("kmsi.dll", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(Path.Combine(Repository.Root, "src/KmsiConformance.Cli/KmsiConformance.Cli.csproj"), Does.Exist);
    }

    [TestCaseSource(nameof(All))]
    public void Its_command_line_is_understood(string file)
    {
        var parsed = CommandLine.Create().Parse(Arguments(file));
        Assert.That(parsed.Errors.Select(error => error.Message), Is.Empty);
        Assert.That(parsed.CommandResult.Command.Name, Is.EqualTo("run"));
        Assert.That(Option(file, "--target"), Is.EqualTo(new[] { "reference" }), "the variable is set, and to what needs nothing");
    }

    // What is named below the run folder is written by a report that is asked for, or by the run itself.
    [TestCaseSource(nameof(All))]
    public void What_it_picks_up_is_written(string file)
    {
        var run = new KmsiConformance.Ledger.RunFolder(Option(file, "--out").Single());
        var asked = Reporters.Named(Option(file, "--report")).Select(reporter => Path.GetFileName(reporter.FileIn(run)));
        var picked = PickedUp().Matches(Text(file)).Select(found => found.Groups["name"].Value)
            .Concat(Text(file).Contains("reportFiles: 'report.html'", StringComparison.Ordinal) ? ["report.html"] : Array.Empty<string>())
            .ToHashSet(StringComparer.Ordinal);
        if (file == "gitlab-ci.yml") picked.Remove(Path.GetFileName(new CodeQualityReporter().FileIn(run)));
        Assert.That(picked, Is.Not.Empty.And.SubsetOf(asked));
        Assert.That(Option(file, "--out"), Is.EqualTo(new[] { "reports/ci" }), "where the rest of the file looks");
    }

    [TestCaseSource(nameof(All))]
    public void The_page_names_it_and_it_names_the_page(string file)
    {
        Assert.That(File.ReadAllText(Path.Combine(Repository.Root, Folder, "README.md")), Does.Contain($"[{file}]({file})"));
        Assert.That(Text(file), Does.Contain($"See {Folder}/README.md"));
    }

    // The reader refuses what is not well-formed, and a key that stands twice.
    [TestCaseSource(nameof(Yaml))]
    public void It_is_one_well_formed_document(string file)
    {
        using var text = new StringReader(Text(file));
        var stream = new YamlStream();
        stream.Load(text);
        Assert.That(stream.Documents, Has.Count.EqualTo(1));
        Assert.That(stream.Documents[0].RootNode, Is.InstanceOf<YamlMappingNode>());
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, Folder, file));

    private static List<string> Option(string file, string name) =>
        [.. Arguments(file).Index().Where(word => word.Item == name).Select(word => Arguments(file)[word.Index + 1])];

    // As the shell hands them on.
    private static string[] Arguments(string file)
    {
        var target = Target().Match(Text(file)).Groups["value"].Value;
        var command = Steps(file).Single(step => step.StartsWith("dotnet out/kmsi.dll ", StringComparison.Ordinal));
        return [.. command.Split(' ').Skip(2).Select(word => word == "\"$KMSI_TARGET\"" ? target : word)];
    }

    private static List<string> Steps(string file) =>
        [.. (file == "Jenkinsfile" ? Shell().Matches(Text(file)).Select(found => found.Groups["command"].Value) : Scripts(file))
            .SelectMany(script => script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static IEnumerable<string> Scripts(string file)
    {
        using var text = new StringReader(Text(file));
        var stream = new YamlStream();
        stream.Load(text);
        return stream.Documents[0].AllNodes.OfType<YamlMappingNode>().SelectMany(node => node.Children)
            .Where(child => child.Key is YamlScalarNode { Value: "run" or "script" })
            .SelectMany(child => child.Value is YamlSequenceNode lines ? lines.Children : [child.Value])
            .Select(line => ((YamlScalarNode)line).Value!);
    }

    [GeneratedRegex(@"\bsh '(?<command>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shell();

    [GeneratedRegex(@"KMSI_TARGET(:| =) '?(?<value>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Target();

    [GeneratedRegex(@"reports/ci/(?<name>[\w-]+\.\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PickedUp();
}
