using System.CommandLine;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi new</c>: writes a first scenario, which runs and passes as it stands.</summary>
internal static class NewCommand
{
    private const string Template = "first-scenario.yaml";

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Where to write it.", HelpName = "FILE.yaml", DefaultValueFactory = _ => Template,
        };
        var force = new Option<bool>("--force") { Description = "Write over a file that is there." };
        var scenarios = CommonOptions.Scenarios();
        var command = new Command("new", "Write a first scenario: short, with comments, and it passes as it stands.")
        {
            file, force, scenarios,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            Write(path, parsed.GetValue(force), ScenariosFolder.Find(parsed.GetValue(scenarios)));
            Console.WriteLine($"{path} is written. Run it: kmsi run {path}");
            return ExitCodes.Conformant;
        });
        return command;
    }

    private static void Write(string path, bool force, string scenarios)
    {
        if (!path.EndsWith(".yaml", StringComparison.Ordinal))
            throw new UserErrorException($"{path}: expected the name of a scenario file, which ends with .yaml.");
        if (File.Exists(path) && !force)
            throw new UserErrorException($"{path} is there already. Name another file, or write over it with --force.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new UserErrorException($"There is no folder {folder}. Make it first, or name another file.");
        using var template = typeof(NewCommand).Assembly.GetManifestResourceStream(Template)!;
        using var reader = new StreamReader(template);
        File.WriteAllText(
            path,
            reader.ReadToEnd().Replace("{schema}", Schema(folder, scenarios), StringComparison.Ordinal)
                .Replace("{file}", Path.GetFileName(path), StringComparison.Ordinal));
    }

    // A file that travels with its scenarios folder names the schema from where it stands.
    private static string Schema(string folder, string scenarios)
    {
        var schema = Path.GetFullPath(Path.Combine(scenarios, "scenario.schema.json"));
        var home = Path.GetDirectoryName(Path.GetFullPath(scenarios))!;
        var isNear = folder == home || folder.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return (isNear ? Path.GetRelativePath(folder, schema) : schema).Replace('\\', '/');
    }
}
