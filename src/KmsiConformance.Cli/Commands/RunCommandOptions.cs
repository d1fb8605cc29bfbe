using System.CommandLine;
using KmsiConformance.Browsers.Chromium;
using KmsiConformance.Clocks;
using KmsiConformance.Cookies;
using KmsiConformance.Reporting.Html;
using KmsiConformance.Runner;
using KmsiConformance.Suite.Baselines;

namespace KmsiConformance.Cli.Commands;

/// <summary>What <c>kmsi run</c> was asked to do.</summary>
internal sealed record RunRequest(
    string? Scenarios, string Target, string? Profile, string Browser, bool NoInstall, bool Headed,
    ClockMode Clock, IReadOnlyList<string> Only, int Workers, IReadOnlyList<string> Faults, TimeSpan? StepLimit, string? Out)
{
    /// <summary>What becomes of waits that no run sits out.</summary>
    public required ParkingRequest Parking { get; init; }

    /// <summary>How often scenarios are run.</summary>
    public required AttemptRequest Attempts { get; init; }

    /// <summary>Which part of the plan runs, and how long scenarios took.</summary>
    public required ShardRequest Sharing { get; init; }

    /// <summary>Results that are lived with; null for none.</summary>
    public required Baseline? Baseline { get; init; }

    /// <summary>The run of which only what failed runs: its folder, or nothing for the newest; null runs all.</summary>
    public string? LastFailed { get; init; }

    /// <summary>What decides which scenarios run, and how, as it stands on the command line.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>What it is held against and what is written, as it stands on the command line.</summary>
    public required IReadOnlyList<string> Kept { get; init; }

    /// <summary>One scenario file to run without the catalogue; null runs the catalogue.</summary>
    public string? File { get; init; }

    /// <summary>The reports to write; none stands for the default ones.</summary>
    public required IReadOnlyList<string> Reports { get; init; }

    /// <summary>Where the pictures of <c>report.html</c> are; null decides by their size.</summary>
    public ReportForm? ReportForm { get; init; }

    /// <summary>Whether the question about a service that people depend on is answered.</summary>
    public bool Yes { get; init; }

    /// <summary>Whether the simulated browser goes over real sockets.</summary>
    public bool Sockets { get; init; }

    /// <summary>The programs that the user named, by browser.</summary>
    public required IReadOnlyDictionary<string, string?> Programs { get; init; }

    /// <summary>The build of Chromium; null chooses by scenario.</summary>
    public ChromiumBuild? Build { get; init; }

    /// <summary>Third-party cookies for scenarios that do not name a mode; null leaves the browser as it ships.</summary>
    public ThirdPartyCookies? ThirdPartyCookies { get; init; }
}

/// <summary>The options of <c>kmsi run</c>.</summary>
internal sealed class RunCommandOptions
{
    // A day: no limit that anybody waits for.
    private const int LongestStep = 86_400;

    private static readonly string[] Clocks = ["auto", "process", "aged", "virtual", "real"];

    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "A scenario file that stands anywhere, to run it alone. Default: the catalogue of the scenarios folder.",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "FILE.yaml",
    };

    private readonly Option<string?> _scenarios = CommonOptions.Scenarios();
    private readonly Option<string?> _profile = CommonOptions.Profile();
    private readonly Option<string[]> _only = CommonOptions.Only();
    private readonly Option<string?> _browserPath = CommonOptions.BrowserPath();
    private readonly Option<string?> _firefoxPath = CommonOptions.FirefoxPath();
    private readonly Option<bool> _noInstall = CommonOptions.NoInstall();

    private readonly Option<string> _target = new("--target")
    {
        Description = "The login endpoint: a target file, 'reference', or 'reference:PROFILE' to let the reference behave by another "
            + "reading than the one that judges.",
        HelpName = "T",
        DefaultValueFactory = _ => "reference",
    };

    private readonly Option<string> _browser = new Option<string>("--browser")
    {
        Description = "The browser; 'simulated' is our own, without a window or scripts, and needs no set-up; 'all' runs the same plan "
            + "on each and compares.",
        DefaultValueFactory = _ => "chromium",
    }.AcceptOnlyFromAmong("chromium", "firefox", "simulated", AllBrowsers.Name);

    private readonly Option<string> _build = new Option<string>("--chromium-build")
    {
        Description = "Which Chromium: the headless shell, the full browser, or the headless shell and the full one where a scenario "
            + "needs it.",
        DefaultValueFactory = _ => "auto",
    }.AcceptOnlyFromAmong("auto", "headless-shell", "full");

    private readonly Option<string> _thirdParty = new Option<string>("--third-party-cookies")
    {
        Description = "What the browser does with third-party cookies in scenarios that do not say it themselves; 'as-shipped' leaves "
            + "it as it comes.",
        DefaultValueFactory = _ => "allowed",
    }.AcceptOnlyFromAmong("allowed", "blocked", "partitioned", "as-shipped");

    private readonly Option<string> _clock = new Option<string>("--clock")
    {
        Description = "How time is moved: the browser's process clock, the age of its cookies, the simulated browser's own clock, or "
            + "not at all.",
        DefaultValueFactory = _ => "auto",
    }.AcceptOnlyFromAmong(Clocks);

    private readonly Option<int> _workers = new("--workers")
    {
        Description = "Scenarios run at the same time. Default: one for each core.", HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<string[]> _fault = CommonOptions.Fault();

    private readonly Option<int?> _stepLimit = new("--step-limit")
    {
        Description = "Real seconds that one step may take. Default: as the target file says, otherwise "
            + $"{RunOptions.StandardStepLimit.TotalSeconds:0}.",
        HelpName = "SECONDS",
    };

    private readonly Option<bool> _yes = CommonOptions.Yes();

    private readonly Option<string> _transport = new Option<string>("--transport")
    {
        Description = "How the simulated browser reaches the sites: straight in memory, or over sockets and TLS as any browser does.",
        DefaultValueFactory = _ => "memory",
    }.AcceptOnlyFromAmong("memory", "sockets");

    private readonly Option<bool> _headed = new("--headed") { Description = "Show the browser windows." };

    private readonly ParkingOptions _parking = new();
    private readonly AttemptOptions _attempts = new();
    private readonly ShardOptions _sharing = new();
    private readonly Option<string?> _baseline = BaselineChoice.Option();

    private readonly Option<string?> _lastFailed = new("--last-failed")
    {
        Description = $"Run only what failed in an earlier run. Default: the newest under {LastFailed.Reports}/.",
        HelpName = "RUN", Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _report = CommonOptions.Report();
    private readonly Option<string?> _form = CommonOptions.ReportForm();

    private readonly Option<string?> _resume = new("--resume")
    {
        Description = "Go on with a run that was interrupted: what has no result yet runs, as the run was asked to.", HelpName = "RUN",
    };

    private readonly Option<string?> _out =
        new("--out") { Description = "The folder for this run. Default: a new one under reports/.", HelpName = "DIR" };

    public RunCommandOptions()
    {
        CommonOptions.Within(_workers, 1, CommonOptions.MostWorkers);
        CommonOptions.Within(_stepLimit, 1, LongestStep);
        _file.Validators.Add(result =>
        {
            // What is no option would otherwise be taken for the file.
            if (result.Tokens is [{ Value: ['-', ..] option }]) result.AddError($"kmsi run has no option {option}.");
        });
    }

    public IEnumerable<Option> All =>
        [_target, _profile, _browser, _browserPath, _build, _firefoxPath, _thirdParty, _noInstall, _headed, _transport,
         _clock, _only, _workers, _fault, _stepLimit, _yes, _baseline, _lastFailed, .. _sharing.All, .. _attempts.All, .. _parking.All,
         _out, _report, _form, _resume, _scenarios];

    // All else is about this machine, and may be another when a run goes on.
    private IEnumerable<Option> OfPlan =>
        [_target, _profile, _build, _thirdParty, _transport, _clock, _only, _fault, _stepLimit, .. _attempts.OfPlan, .. _parking.All];

    /// <summary>The scenario file.</summary>
    public Argument File => _file;

    /// <summary>The folder of the run that is to go on; null begins one.</summary>
    /// <exception cref="UserErrorException">An option has no effect beside it.</exception>
    public string? Resumed(ParseResult parsed)
    {
        if (parsed.GetValue(_resume) is not { } folder) return null;
        parsed.Refuse(
            $"--resume {folder}", "which goes on as the run was begun",
            [.. OfPlan, _browser, _lastFailed, .. _sharing.All, _out, _scenarios]);
        if (parsed.GetValue(_file) is { } file)
            throw new UserErrorException($"{file} has no effect with --resume {folder}, which goes on as the run was begun. Leave it out.");
        return folder;
    }

    /// <summary>What a run asks for that goes on: what it was, on this machine as the command line says.</summary>
    /// <param name="begun">The command line with which it was begun, as far as it decides what runs, and how.</param>
    public RunRequest Read(ParseResult parsed, ParseResult begun)
    {
        var now = Request(parsed);
        var then = Read(begun);
        return then with
        {
            Attempts = then.Attempts with { MaxFailures = now.Attempts.MaxFailures },
            NoInstall = now.NoInstall, Headed = now.Headed, Workers = now.Workers, Programs = now.Programs, Yes = now.Yes,
            Reports = parsed.IsGiven(_report) ? now.Reports : then.Reports,
            ReportForm = parsed.IsGiven(_form) ? now.ReportForm : then.ReportForm,
            Baseline = parsed.IsGiven(_baseline) ? now.Baseline : then.Baseline,
        };
    }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UserErrorException">An option has no effect beside another.</exception>
    public RunRequest Read(ParseResult parsed)
    {
        RefuseIdle(parsed, parsed.GetValue(_browser)!);
        return Request(parsed);
    }

    private void RefuseIdle(ParseResult parsed, string browser)
    {
        _attempts.RefuseIdle(parsed);
        _sharing.RefuseIdle(parsed, [_attempts.MaxFailures, _lastFailed, .. _parking.All]);
        parsed.RefuseOtherBrowsers(browser, _browserPath, _firefoxPath);
        if (browser == "simulated") parsed.Refuse("--browser simulated", "which has no window", _headed);
        if (browser is "simulated" or "firefox")
            parsed.Refuse($"--browser {browser}", "which comes in one build", _build);
        if (browser is "chromium" or "firefox")
            parsed.Refuse($"--browser {browser}", "which always goes over sockets", _transport);
        if (parsed.GetValue(_headed) && parsed.GetValue(_build) == "headless-shell")
            throw new UserErrorException(
                "--headed has no effect with --chromium-build headless-shell, which has no window. Leave one of them out.");
        if (browser == AllBrowsers.Name)
            parsed.Refuse(
                $"--browser {browser}", "whose browsers are no parts of one plan: share each browser's by itself", [.. _sharing.All]);
        if (browser == AllBrowsers.Name && _parking.IsResumed(parsed))
            throw new UserErrorException("--resume-parked goes on in the browser in which a scenario was parked: name it with --browser.");
    }

    private RunRequest Request(ParseResult parsed) => new(
        parsed.GetValue(_scenarios),
        parsed.GetValue(_target)!,
        parsed.GetValue(_profile),
        parsed.GetValue(_browser)!,
        parsed.GetValue(_noInstall),
        parsed.GetValue(_headed),
        Enum.Parse<ClockMode>(parsed.GetValue(_clock)!, ignoreCase: true),
        parsed.GetValue(_only) ?? [],
        parsed.GetValue(_workers),
        parsed.GetValue(_fault) ?? [],
        parsed.GetValue(_stepLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        parsed.GetValue(_out))
    {
        Programs = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["chromium"] = parsed.GetValue(_browserPath),
            ["firefox"] = parsed.GetValue(_firefoxPath),
        },
        File = parsed.GetValue(_file),
        Arguments = [.. OfPlan.Where(parsed.IsGiven).SelectMany(option => Words(parsed, option))],
        Kept = [.. new Option[] { _baseline, _report, _form }.Where(parsed.IsGiven).SelectMany(option => Words(parsed, option))],
        Parking = _parking.Read(parsed),
        Attempts = _attempts.Read(parsed),
        Sharing = _sharing.Read(parsed),
        Baseline = BaselineChoice.Read(parsed.GetValue(_baseline)),
        LastFailed = parsed.IsGiven(_lastFailed) ? parsed.GetValue(_lastFailed) ?? "" : null,
        Yes = parsed.GetValue(_yes),
        Reports = parsed.GetValue(_report) ?? [],
        ReportForm = CommonOptions.Form(parsed.GetValue(_form)),
        Sockets = parsed.GetValue(_transport) == "sockets",
        Build = parsed.GetValue(_build) switch { "full" => ChromiumBuild.Full, "headless-shell" => ChromiumBuild.HeadlessShell, _ => null },
        ThirdPartyCookies = Enum.TryParse<ThirdPartyCookies>(parsed.GetValue(_thirdParty), ignoreCase: true, out var mode) ? mode : null,
    };

    // What stands for a file is written so that it is found from every folder.
    private IEnumerable<string> Words(ParseResult parsed, Option option) =>
    [
        option.Name,
        .. parsed.GetResult(option)!.Tokens.Select(token =>
            (option == _target && System.IO.File.Exists(token.Value)) || option == _parking.Folder || option == _baseline
                ? Path.GetFullPath(token.Value) : token.Value),
    ];
}
