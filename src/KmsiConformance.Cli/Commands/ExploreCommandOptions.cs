using System.CommandLine;
using System.Globalization;

namespace KmsiConformance.Cli.Commands;

/// <summary>What <c>kmsi explore</c> was asked to do.</summary>
internal sealed record ExploreRequest(
    string? Scenarios, string Target, string? Profile, string Browser, int Seed, int Runs, TimeSpan? Time, string? Replay,
    IReadOnlyList<string> Faults,
    int Workers, string? Out, bool AsJson, bool Yes);

/// <summary>The options of <c>kmsi explore</c>.</summary>
internal sealed class ExploreCommandOptions
{
    // A year.
    private const int MostMinutes = 366 * 24 * 60;

    private readonly Option<string?> _scenarios = CommonOptions.Scenarios();
    private readonly Option<string?> _profile = CommonOptions.Profile();
    private readonly Option<string> _format = CommonOptions.Format();
    private readonly Option<bool> _yes = CommonOptions.Yes();

    private readonly Option<string> _target = new("--target")
    {
        Description = "The login endpoint, as for 'run'.", HelpName = "T", DefaultValueFactory = _ => "reference",
    };

    private readonly Option<string> _browser = new Option<string>("--browser")
    {
        Description = "The browser. The simulated one plays a journey in milliseconds.", DefaultValueFactory = _ => "simulated",
    }.AcceptOnlyFromAmong("simulated", "chromium", "firefox");

    private readonly Option<int?> _seed = new("--seed")
    {
        Description = "Where chance begins: the same seed gives the same journeys. Default: another one each time; it is said.",
        HelpName = "S",
    };

    private readonly Option<int?> _runs = new("--runs")
    {
        Description = "How many journeys. Default: 200, or any number in --minutes.", HelpName = "N",
    };

    private readonly Option<double?> _minutes = new("--minutes") { Description = "For how long, instead of how many.", HelpName = "M" };

    private readonly Option<string?> _replay = new("--replay")
    {
        Description = "Play one journey again that was found, instead of inventing others: its scenario file.", HelpName = "FILE",
    };

    private readonly Option<string[]> _fault = CommonOptions.Fault();

    private readonly Option<int> _workers = new("--workers")
    {
        Description = "Journeys played at the same time. Default: one for each core.", HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "The folder for what is found. Default: a new one under reports/, if anything is.", HelpName = "DIR",
    };

    public ExploreCommandOptions()
    {
        CommonOptions.Within(_runs, 1, int.MaxValue);
        CommonOptions.Within(_workers, 1, CommonOptions.MostWorkers);
        _minutes.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && !(number > 0 && number <= MostMinutes))
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"--minutes is {token.Value}, and must be more than 0 and at most {MostMinutes}."));
        });
    }

    public IEnumerable<Option> All =>
        [_target, _profile, _browser, _seed, _runs, _minutes, _replay, _fault, _workers, _format, _out, _yes, _scenarios];

    public ExploreRequest Read(ParseResult parsed)
    {
        if (parsed.GetValue(_replay) is not null)
            parsed.Refuse("--replay", "which plays one file and finds nothing new", _seed, _runs, _minutes, _workers, _out, _format);
        TimeSpan? time = parsed.GetValue(_minutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
        return new ExploreRequest(
            parsed.GetValue(_scenarios), parsed.GetValue(_target)!, parsed.GetValue(_profile), parsed.GetValue(_browser)!,
            parsed.GetValue(_seed) ?? Random.Shared.Next(1, 1_000_000), parsed.GetValue(_runs) ?? (time is null ? 200 : int.MaxValue), time,
            parsed.GetValue(_replay), parsed.GetValue(_fault) ?? [], parsed.GetValue(_workers), parsed.GetValue(_out),
            parsed.GetValue(_format) == "json", parsed.GetValue(_yes));
    }
}
