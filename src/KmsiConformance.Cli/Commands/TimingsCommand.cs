using System.CommandLine;
using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi timings</c>: how long scenarios took in some runs, for <c>kmsi run --timings</c>.</summary>
internal static class TimingsCommand
{
    private const string Standard = "timings.json";

    public static Command Create()
    {
        var folders = new Argument<string[]>("RUN") { Description = "Folders of runs.", Arity = ArgumentArity.OneOrMore };
        var @out = new Option<string>("--out")
        {
            Description = "The file; what it knows of other scenarios and browsers stays.", HelpName = "FILE",
            DefaultValueFactory = _ => Standard,
        };
        var command = new Command("timings", "Write down how long scenarios took, so that machines can share a plan evenly.")
        {
            folders, @out,
        };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(@out)!;
            var runs = parsed.GetValue(folders)!.Select(folder => new RunFolder(folder).ReadRun()).ToList();
            var timings = (File.Exists(file) ? Timings.Read(file) : Timings.None).With(runs);
            timings.Write(file);
            Console.WriteLine($"{file}: durations of {timings}.");
            return ExitCodes.Conformant;
        });
        return command;
    }
}
