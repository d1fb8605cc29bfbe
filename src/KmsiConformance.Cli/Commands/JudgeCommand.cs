using System.CommandLine;
using System.Text.Json;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Runner.Judging;
using Spectre.Console;

namespace KmsiConformance.Cli.Commands;

/// <summary>
/// <c>kmsi judge</c>: judges a finished run again from its events, without a browser, a target or the scenarios folder.
/// </summary>
internal static class JudgeCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("RUN") { Description = "The run's folder." };
        var profile = CommonOptions.Profile();
        profile.Description = "The dated reading that judges. Default: the one that judged the run.";
        var @out = new Option<string?>("--out")
        {
            Description = "A new folder for what was judged, with reports. Default: it is only shown.", HelpName = "DIR",
        };
        var format = CommonOptions.Format();
        var command = new Command("judge", "Judge a finished run again from its events, without a browser.")
        {
            folder, profile, @out, format,
        };
        command.SetAction((parsed, cancellation) => JudgeAsync(
            new RunFolder(parsed.GetValue(folder)!), parsed.GetValue(profile), parsed.GetValue(@out),
            parsed.GetValue(format) == "json", cancellation));
        return command;
    }

    private static async Task<int> JudgeAsync(
        RunFolder folder, string? profile, string? into, bool asJson, CancellationToken cancellation)
    {
        var run = folder.ReadRun();
        if (run.Plan?.Archive is { } archive && File.Exists(folder.ScenariosFile) && folder.Fingerprint() != archive)
            throw new InvalidDataException($"{folder.ScenariosFile} is another file than the run has kept: it was changed.");
        using var kept = KeptScenarios.Of(folder);
        var judges = Profiles.Choose(kept.Suite, profile ?? run.Profile);
        var judged = RunJudge.Judge(kept.Suite, run, folder.ReadAttempts(), judges);
        if (judged.Scenarios.Count == 0)
            throw new UserErrorException($"No scenario of the run is of {judges}. It was judged by {run.Profile}.");
        judged = judged with { Notes = [.. judged.Notes, Again(run)] };
        if (into is not null) await WriteAsync(folder, judged, into, cancellation);
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(judged, RunFolder.Json));
            return ExitCodes.Of(judged);
        }

        foreach (var scenario in judged.Scenarios) Tell(scenario, run.Scenarios.First(recorded => recorded.Id == scenario.Id));
        Summary.Print(
            Terminal.Console, judged, into is null ? [] : Reporters.Default.Select(reporter => reporter.FileIn(new RunFolder(into))));
        return ExitCodes.Of(judged);
    }

    private static string Again(RunRecord run) =>
        $"Judged again from the events of run {run.Id}, which {run.Tool.Name} {run.Tool.Version} judged by {run.Profile}.";

    // Of those that are as they were nothing is new.
    private static void Tell(ScenarioRecord judged, ScenarioRecord recorded)
    {
        if (judged.Verdict == recorded.Verdict && IsSame(judged.Reason, recorded.Reason)) return;
        var was = judged.Verdict == recorded.Verdict ? "for another reason" : $"was {recorded.Verdict.Text()}";
        Terminal.Console.MarkupLine(
            $"[{VerdictStyle.Colour(judged.Verdict)}]{judged.Verdict.Text()}[/] {Markup.Escape(judged.Id)} ({was})");
        if (judged.Reason is { } reason) Terminal.Console.MarkupLineInterpolated($"  {reason}");
    }

    // How often something was tried is said behind the reason.
    private static bool IsSame(string? judged, string? recorded) =>
        recorded == judged || (judged is not null && recorded?.StartsWith(judged, StringComparison.Ordinal) == true);

    private static async Task WriteAsync(RunFolder from, RunRecord judged, string into, CancellationToken cancellation)
    {
        NewFolder.Demand(into);
        var folder = RunFolder.Create(into);
        folder.TakeOver(from);
        File.Copy(from.ScenariosFile, folder.ScenariosFile);
        folder.WriteRun(judged);
        foreach (var reporter in Reporters.Default) await reporter.WriteAsync(folder, cancellation);
    }
}
