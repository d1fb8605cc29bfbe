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
        var report = CommonOptions.Report();
        var form = CommonOptions.ReportForm();
        var command = new Command("report", "Make the reports of a finished run again.") { folder, report, form };
        command.SetAction(async (parsed, cancellation) =>
        {
            var run = new RunFolder(parsed.GetValue(folder)!);
            if (File.Exists(run.AgreementFile))
            {
                parsed.Refuse(run.Path, "which holds runs of several browsers, each in a folder of its own", report, form);
                await AgreementReporter.WriteAsync(run, cancellation);
                Console.WriteLine($"Report: {run.AgreementReportFile}");
                return ExitCodes.Conformant;
            }

            foreach (var reporter in Reporters.Named(parsed.GetValue(report) ?? [], CommonOptions.Form(parsed.GetValue(form))))
            {
                await reporter.WriteAsync(run, cancellation);
                Console.WriteLine($"Report: {reporter.FileIn(run)}");
            }

            return ExitCodes.Conformant;
        });
        return command;
    }
}
