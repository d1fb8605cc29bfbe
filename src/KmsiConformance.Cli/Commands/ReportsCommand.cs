using System.CommandLine;
using System.Text.Json;
using KmsiConformance.Cli.Comparing;
using KmsiConformance.Cli.Keeping;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.Trends;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi reports</c>: what is done with all runs that are kept below a folder.</summary>
internal static class ReportsCommand
{
    private const string Usual = "reports";

    public static Command Create() => new("reports", "Look back over the runs that are kept, and keep only some.") { Trend(), Keep() };

    private static Command Trend()
    {
        var folder = Folder();
        var page = new Option<string?>("--out") { Description = "Also write a page for browsers.", HelpName = "FILE.html" };
        var format = CommonOptions.Format();
        var command = new Command("trend", "Say how the runs went one after the other, what fails since when, and what is unstable.")
        {
            folder, format, page,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var trend = Reporting.Trends.Trend.Of(Shelf(parsed.GetValue(folder)!));
            var (asJson, file) = (parsed.GetValue(format) == "json", parsed.GetValue(page));
            if (file is not null) await TrendReporter.WriteAsync(trend, PageFile.Named(file), cancellation);
            if (asJson) Console.WriteLine(JsonSerializer.Serialize(trend, RunFolder.Json));
            else TrendText.Print(Terminal.Console, trend);

            // What a script reads is not mixed with words for people.
            if (file is not null) (asJson ? Console.Error : Console.Out).WriteLine($"Report: {Path.GetFullPath(file)}");
            return ExitCodes.Conformant;
        });
        return command;
    }

    private static Command Keep()
    {
        var newest = new Argument<int>("N") { Description = "How many of each target, profile and browser to keep." };
        newest.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < 1)
                result.AddError($"N is {token.Value}, and must be 1 or more: the newest run is always kept.");
        });
        var folder = Folder();
        var yes = new Option<bool>("--yes") { Description = "Remove without asking." };
        var command = new Command("keep", "Keep the newest N runs of each target, profile and browser, and remove the others.")
        {
            newest, folder, yes,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            KeepStep.Do(Shelf(parsed.GetValue(folder)!), parsed.GetValue(newest), parsed.GetValue(yes), cancellation)));
        return command;
    }

    private static Argument<string> Folder() => new("FOLDER")
    {
        Description = "Below it lie the run folders.", DefaultValueFactory = _ => Usual, Arity = ArgumentArity.ZeroOrOne,
    };

    private static RunShelf Shelf(string folder)
    {
        var full = Path.GetFullPath(folder);
        if (File.Exists(full))
            throw new UserErrorException($"{full} is a file. Expected a folder with run folders below it, such as {Usual}.");
        if (!Directory.Exists(full))
            throw new UserErrorException(
                $"{full} is not there. Expected a folder with run folders below it, as 'kmsi run' leaves them below {Usual}/: name yours.");
        var shelf = RunShelf.Of(full);
        if (shelf.Runs.Count > 0) return shelf;
        throw new UserErrorException(
            shelf.Unread is [var first, ..]
                ? $"None of the {shelf.Unread.Count} runs below {full} can be read. The first: {first.Reason}"
                : $"There is no run below {full}. Expected run folders, each with a run.json, as 'kmsi run' leaves them: name another "
                    + "folder.");
    }
}
