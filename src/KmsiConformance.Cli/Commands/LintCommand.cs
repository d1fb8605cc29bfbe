using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using KmsiConformance.Cli.Linting;
using KmsiConformance.Lint;
using KmsiConformance.Lint.Output;
using KmsiConformance.Policies;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi lint</c>: judges custom policies before they are uploaded, or shows the session settings in force.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var paths =
            new Argument<string[]>("PATH")
            {
                Description = "Policy files, folders with policies, and app registrations (JSON).",
                Arity = ArgumentArity.ZeroOrMore,
            };
        var profile = new Option<string?>("--profile") { Description = "The dated reading that judges.", HelpName = "NAME" };
        var format = new Option<string>("--format") { Description = "How to print.", DefaultValueFactory = _ => "text" }
            .AcceptOnlyFromAmong("text", "json", "sarif");
        var failOn = new Option<string>("--fail-on")
            {
                Description = "The least severity that makes the exit code 1.",
                DefaultValueFactory = _ => "warning",
            }
            .AcceptOnlyFromAmong("error", "warning", "info");
        var show = new Option<string?>("--show") { Description = "Print the session settings in force instead of findings." }
            .AcceptOnlyFromAmong("settings");
        var rules = new Option<string?>("--rules") { Description = "Print the rules instead of judging." }
            .AcceptOnlyFromAmong("text", "markdown", "json");
        var command = new Command(
            "lint", "Find session mistakes in custom policies before they are uploaded.") { paths, profile, format, failOn, show, rules };
        command.Validators.Add(result =>
        {
            // Whether a value is one of those that there are is not known yet.
            var (hasPaths, hasRules, hasShow) = (result.GetResult(paths) is { Tokens.Count: > 0 },
                IsGiven(result, rules), IsGiven(result, show));
            if (!hasRules && !hasPaths) result.AddError("Name policy files or folders, for example: kmsi lint policies/");
            if (hasShow && result.GetResult(format) is { Tokens: [{ Value: "sarif" }] })
                result.AddError("Settings are printed as text or json; sarif is for findings.");
            if (hasShow && IsGiven(result, failOn))
                result.AddError("--fail-on has no effect with --show, which finds nothing. Leave out one of them.");
            if (!hasRules) return;
            if (hasPaths) result.AddError("--rules judges nothing. Leave out the paths, or --rules.");
            foreach (var idle in new Option[] { profile, format, failOn, show }.Where(option => IsGiven(result, option)))
                result.AddError($"{idle.Name} has no effect with --rules, which says itself how to print. Leave out one of them.");
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(rules) is { } wanted) return Rules(wanted);
            var named = parsed.GetValue(paths)!;
            var wantedFormat = parsed.GetValue(format)!;
            return parsed.GetValue(show) is null
                ? Lint(
                    new Linter(Reading(parsed.GetValue(profile))).Lint(named), wantedFormat,
                    Enum.Parse<Severity>(parsed.GetValue(failOn)!, ignoreCase: true))
                : Show(SettingsReport.Of(named, Reading(parsed.GetValue(profile))), wantedFormat);
        });
        return command;
    }

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static int Lint(LintReport report, string format, Severity failOn)
    {
        Refuse(report.Unreadable, report.Files);
        switch (format)
        {
            case "json":
                Console.WriteLine(ReportJson.Of(report));
                break;
            case "sarif":
                Console.WriteLine(Sarif.Of(report, Version));
                break;
            default:
                if (report.Files > 0) FindingsText.Print(report);
                break;
        }

        if (report.Unreadable.Count > 0) return ExitCodes.WrongUse;
        return report.AtOrAbove(failOn) > 0 ? ExitCodes.NotConformant : ExitCodes.Conformant;
    }

    private static int Show(SettingsReport report, string format)
    {
        Refuse(report.Unreadable, report.Policies.Count + report.Bases.Count);
        if (report.Policies.Count == 0 && report.Bases.Count > 0)
            throw new UserErrorException(
                $"Without a relying party no app can name a policy, and no settings are in force: {string.Join(", ", report.Bases)}. Name "
                + "a policy with a RelyingParty element that builds on them, or the folder that it is in. 'kmsi lint' without --show "
                + "judges them as they are.");
        if (format == "json") Console.WriteLine(SettingsJson.Of(report));
        else SettingsTable.Print(report);
        return report.Unreadable.Count > 0 ? ExitCodes.WrongUse : ExitCodes.Conformant;
    }

    // Policies are B2C's: a profile of another product has nothing to say about them.
    private static IReadOnlyList<Readings> Known() =>
        [.. Profiles.All().Select(profile => profile.Readings).Where(readings => readings.Product == LoginProduct.B2c)];

    private static Readings Reading(string? asked)
    {
        var readings = Profiles.Readings(asked);
        return readings.Product == LoginProduct.B2c
            ? readings
            : throw new UserErrorException(
                $"{readings.Profile} judges no policies. Profiles that do: {string.Join(", ", Known().Select(known => known.Profile))}.");
    }

    private static int Rules(string format)
    {
        switch (format)
        {
            case "json":
                Console.WriteLine(ReportJson.OfRules(Known()));
                break;
            case "markdown":
                Console.Write(RulesPage.Write(Known()));
                break;
            default:
                foreach (var rule in LintRules.All)
                    Console.WriteLine(
                        $"{rule.Id} {ReportJson.Word(rule.Severity),-7} {rule.Title}\n        {string.Join(", ", rule.Basis)} · "
                        + $"{rule.Document}: {rule.Section}");
                Console.WriteLine($"{LintRules.All.Count} rules");
                break;
        }

        return ExitCodes.Conformant;
    }

    // Problems go to the error stream, so that what is printed for machines stays whole.
    private static void Refuse(IReadOnlyList<PolicyException> unreadable, int read)
    {
        foreach (var problem in unreadable) Console.Error.WriteLine(problem.Message);
        if (read == 0 && unreadable.Count == 0)
            throw new UserErrorException(
                "There is no custom policy in what was named: no XML file whose root element is TrustFrameworkPolicy.");
    }

    private static string Version =>
        typeof(LintCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
