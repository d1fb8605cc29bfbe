using System.CommandLine;
using System.Globalization;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.Html;

namespace KmsiConformance.Cli.Commands;

/// <summary>Options that several commands share. Each command gets instances of its own.</summary>
internal static class CommonOptions
{
    /// <summary>More at the same time than any machine has use for.</summary>
    public const int MostWorkers = 1000;

    /// <summary>Refuses a number that is out of range.</summary>
    public static void Within(Option option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token]
            && double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && !(number >= least && number <= most))
            result.AddError(string.Create(
                CultureInfo.InvariantCulture, $"{option.Name} is {token.Value}, and must be {least} or more"
                + $"{(most == int.MaxValue ? "" : string.Create(CultureInfo.InvariantCulture, $", and at most {most}"))}."));
    });

    public static Option<string?> Scenarios() =>
        new("--scenarios")
        {
            Description = "The scenarios folder. Default: the one in or above the working folder, else the built-in one.",
            HelpName = "DIR",
        };

    public static Option<string?> Profile() =>
        new("--profile") { Description = "The dated reading that judges. Default: the one that profiles.yaml marks.", HelpName = "NAME" };

    public static Option<string[]> Only() =>
        new("--only")
        {
            Description = "Run only scenarios whose id matches, with * and ?. May be given several times.",
            HelpName = "GLOB",
            AllowMultipleArgumentsPerToken = false,
        };

    public static Option<string> Format() =>
        new Option<string>("--format") { Description = "How to print.", DefaultValueFactory = _ => "text" }
            .AcceptOnlyFromAmong("text", "json");

    public static Option<string[]> Report()
    {
        var report = new Option<string[]>("--report")
        {
            Description = $"A report to write: {string.Join(", ", Reporters.Names)}. May be given several times. Default: "
                + $"{string.Join(" and ", Reporters.Default.Select(reporter => reporter.Name))}.",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = false,
        };
        report.Validators.Add(result =>
        {
            foreach (var unknown in result.Tokens.Select(token => token.Value).Except(Reporters.Names, StringComparer.Ordinal))
                result.AddError($"There is no report '{unknown}'. Expected one of: {string.Join(", ", Reporters.Names)}.");
        });
        return report;
    }

    public static Option<string?> ReportForm() =>
        new Option<string?>("--report-form")
        {
            Description = "Where the pictures of report.html are: in the one file, or files of the run's folder beside it. Default: file "
                + "as long as they are 10 MB at most.",
        }.AcceptOnlyFromAmong("file", "folder");

    /// <summary>What <see cref="ReportForm()"/> was told; null for nothing.</summary>
    public static ReportForm? Form(string? told) =>
        told is null ? null : Enum.Parse<ReportForm>(told, ignoreCase: true);

    public static Option<string[]> Fault() =>
        new("--fault")
        {
            Description = "Start the reference with a fault; 'kmsi faults --list' names them. May be given several times.",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = false,
        };

    public static Option<string?> BrowserPath() =>
        new("--chromium") { Description = "The Chromium, Chrome or Edge to use. Also: KMSI_CHROMIUM.", HelpName = "FILE" };

    public static Option<string?> FirefoxPath() =>
        new("--firefox") { Description = "The Firefox to use. Also: KMSI_FIREFOX.", HelpName = "FILE" };

    public static Option<bool> Yes() =>
        new("--yes") { Description = "Do not ask before a service that looks as if people depended on it is signed in to." };

    public static Option<bool> NoInstall() => new("--no-install") { Description = "Never install a browser or clock library." };
}
