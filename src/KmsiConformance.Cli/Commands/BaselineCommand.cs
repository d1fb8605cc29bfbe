using System.CommandLine;
using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Baselines;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi baseline</c>: writes and keeps the file of results that are lived with, from what a run has shown.</summary>
internal static class BaselineCommand
{
    private const string Standard = "baseline.yaml";

    private static readonly HashSet<Verdict> LivedWith = [Verdict.Failed, Verdict.Flaky, Verdict.CantTell];

    public static Command Create() => new("baseline", "Write down which results of a run are lived with, until when, and why.")
    {
        Write(), Update(), Prune(),
    };

    private static Command Write()
    {
        var (run, @out, words) = (Run(), File("--out"), new Words(isNeeded: true));
        var command = new Command("write", "Begin a baseline with what did not hold in a run.") { run, @out };
        words.AddTo(command);
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(@out)!;
            if (System.IO.File.Exists(file))
                throw new UserErrorException($"There is {file} already. 'kmsi baseline update' adds to it.");
            var seen = new RunFolder(parsed.GetValue(run)!).ReadRun();
            var added = Entries(seen, words, parsed);
            if (added.Count == 0)
                throw new UserErrorException(seen.Complete
                    ? "Everything held in that run: there is nothing to live with."
                    : $"The run was interrupted, and what it has judged held. 'kmsi run --resume {parsed.GetValue(run)}' runs the rest.");
            RunFolder.WriteWhole(file, BaselineText.Head + string.Concat(added.Select(entry => BaselineText.Of(entry))));
            Console.WriteLine($"{file}: {Entries(added.Count)}.");
            return ExitCodes.Conformant;
        });
        return command;
    }

    private static Command Update()
    {
        var (run, file, words) = (Run(), File("--file"), new Words(isNeeded: false));
        var command = new Command("update", "Take out of a baseline what is mended, and add what did not hold and is not in it.")
        {
            run, file,
        };
        words.AddTo(command);
        command.SetAction(parsed =>
        {
            var seen = new RunFolder(parsed.GetValue(run)!).ReadRun();
            var baseline = BaselineReader.Read(parsed.GetValue(file)!);
            var gone = BaselineJudge.Mended(seen, baseline);
            var left = baseline.Entries.Except(gone).Where(entry => entry.IsAbout(seen)).ToList();
            var added = Open(seen).Where(scenario => !left.Exists(entry => entry.Covers(scenario))).ToList();
            if (added.Count > 0) words.Demand(parsed, added[0].Id);
            Change(baseline, gone, [.. added.Select(scenario => words.Of(scenario, seen, parsed))]);
            Tell(baseline.Name, gone, added.Select(scenario => scenario.Id));
            return ExitCodes.Conformant;
        });
        return command;
    }

    private static Command Prune()
    {
        var (run, file) = (Run(), File("--file"));
        var command = new Command("prune", "Take out of a baseline what is mended, as a run has shown; of what did not run nothing.")
        {
            run, file,
        };
        command.SetAction(parsed =>
        {
            var baseline = BaselineReader.Read(parsed.GetValue(file)!);
            var gone = BaselineJudge.Mended(new RunFolder(parsed.GetValue(run)!).ReadRun(), baseline);
            if (gone.Count > 0) Change(baseline, gone, []);
            Tell(baseline.Name, gone, []);
            return ExitCodes.Conformant;
        });
        return command;
    }

    // What was written is read again before it takes the place of what people wrote.
    private static void Change(Baseline baseline, IReadOnlyList<BaselineEntry> gone, IReadOnlyList<BaselineEntry> added)
    {
        var text = BaselineText.With(
            BaselineText.Without(System.IO.File.ReadAllText(baseline.Name), baseline.Entries, [.. gone]), added);
        var trial = baseline.Name + ".part";
        System.IO.File.WriteAllText(trial, text);
        try
        {
            var expected = baseline.Entries.Except(gone).Concat(added).Select(entry => entry with { Line = 0 });
            if (BaselineReader.Read(trial).Entries.Select(entry => entry with { Line = 0 }).SequenceEqual(expected))
            {
                System.IO.File.Move(trial, baseline.Name, overwrite: true);
                return;
            }
        }
        catch (SuiteException)
        {
            // Said below: it is the same to whoever wrote the file.
        }

        System.IO.File.Delete(trial);
        throw new UserErrorException(
            $"{baseline.Name} is written in a way that cannot be changed line by line, and was left as it is. Expected each entry to begin "
            + "with '- scenario:' on a line of its own, as 'kmsi baseline write' writes it.");
    }

    private static Argument<string> Run() => new("RUN") { Description = "The run's folder." };

    private static Option<string> File(string name) => new(name)
    {
        Description = "The baseline.", HelpName = "FILE", DefaultValueFactory = _ => Standard,
    };

    private static IEnumerable<ScenarioRecord> Open(RunRecord run) => run.Scenarios.Where(scenario =>
        LivedWith.Contains(scenario.Verdict) && scenario.Known is not { StillSeen: true, Place: null });

    private static List<BaselineEntry> Entries(RunRecord run, Words words, ParseResult parsed) =>
        [.. Open(run).Select(scenario => words.Of(scenario, run, parsed))];

    private static string Entries(int count) => count == 1 ? "1 entry" : $"{count} entries";

    private static void Tell(string file, IReadOnlyList<BaselineEntry> gone, IEnumerable<string> added)
    {
        foreach (var entry in gone) Console.WriteLine($"- {entry.Scenarios}: {entry.Verdict.Text()} no longer");
        foreach (var id in added) Console.WriteLine($"+ {id}");
        Console.WriteLine($"{file}: {Entries(gone.Count)} taken out, {added.Count()} added.");
    }

    /// <summary>What people have to say of each entry.</summary>
    private sealed class Words(bool isNeeded)
    {
        private readonly Option<string?> _reason = new("--reason")
        {
            Description = "Why it is lived with.", HelpName = "TEXT", Required = isNeeded,
        };

        private readonly Option<string?> _owner = new("--owner")
        {
            Description = "Who answers for it.", HelpName = "NAME", Required = isNeeded,
        };

        private readonly Option<string?> _until = new("--until")
        {
            Description = "The last day on which it is lived with.", HelpName = "YYYY-MM-DD", Required = isNeeded,
        };

        private readonly Option<string?> _ticket = new("--ticket") { Description = "Where it is being mended.", HelpName = "TICKET" };

        public void AddTo(Command command)
        {
            _until.Validators.Add(result =>
            {
                if (result.Tokens is not [{ Value: var day }]) return;
                if (!IsDay(day, out var last)) result.AddError($"--until is '{day}'. Expected a day such as 2027-03-31.");
                else if (last < BaselineChoice.Today) result.AddError($"--until is '{day}', which is over. Expected a day that comes.");
            });
            foreach (var option in new Option[] { _reason, _owner, _until, _ticket }) command.Options.Add(option);
        }

        /// <summary>Refuses to write an entry of which nobody said why.</summary>
        public void Demand(ParseResult parsed, string scenario)
        {
            if (parsed.GetValue(_reason) is null || parsed.GetValue(_owner) is null || parsed.GetValue(_until) is null)
                throw new UserErrorException(
                    $"{scenario} and maybe others would be added. Say why, who answers for it, and until when: --reason, --owner, --until. "
                    + "'kmsi baseline prune' only takes out.");
        }

        public BaselineEntry Of(ScenarioRecord scenario, RunRecord run, ParseResult parsed)
        {
            IsDay(parsed.GetValue(_until)!, out var day);
            return new BaselineEntry(
                scenario.Id, scenario.Verdict, scenario.Deciding()?.Check, null, parsed.GetValue(_reason)!, parsed.GetValue(_owner)!, day,
                Line: 0)
            {
                Ticket = parsed.GetValue(_ticket), Browser = run.Browser.Name, Profile = run.Profile,
            };
        }

        private static bool IsDay(string text, out DateOnly day) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
