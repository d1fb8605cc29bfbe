using System.CommandLine;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi report</c>: makes the reports of a finished run again, from its folder alone.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("RUN") { Description = "The run's folder." };
        var command = new Command("report", "Make the reports of a finished run again.") { folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            var run = new RunFolder(parsed.GetValue(folder)!);
            foreach (var reporter in Reporters.All) await reporter.WriteAsync(run, cancellation);
            Console.WriteLine($"Report: {run.ReportFile}");
            return ExitCodes.Conformant;
        });
        return command;
    }
}
