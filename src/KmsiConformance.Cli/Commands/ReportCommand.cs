using System.CommandLine;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi report</c>: makes the reports of a finished run again, from its folder alone.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("RUN") { Description = "The run's folder, or one with the runs of several browsers." };
        var command = new Command("report", "Make the reports of a finished run again.") { folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            var run = new RunFolder(parsed.GetValue(folder)!);
            if (File.Exists(run.AgreementFile))
            {
                await AgreementReporter.WriteAsync(run, cancellation);
                Console.WriteLine($"Report: {run.AgreementReportFile}");
                return ExitCodes.Conformant;
            }

            foreach (var reporter in Reporters.All) await reporter.WriteAsync(run, cancellation);
            Console.WriteLine($"Report: {run.ReportFile}");
            return ExitCodes.Conformant;
        });
        return command;
    }
}
