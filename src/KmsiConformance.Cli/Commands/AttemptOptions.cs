using System.CommandLine;
using KmsiConformance.Runner;

namespace KmsiConformance.Cli.Commands;

/// <summary>The options of <c>kmsi run</c> about how often scenarios are run, and when it is enough.</summary>
internal sealed class AttemptOptions
{
    // Whoever wants more runs the command in a loop.
    private const int Most = 1_000;

    private readonly Option<int> _retries = new("--retries")
    {
        Description = "Run a scenario that failed up to N times more. One that fails in some attempts and not in others is FLAKY. Never "
            + "done at a service whose accounts somebody else uses too.",
        HelpName = "N",
    };

    private readonly Option<int> _repeat = new("--repeat")
    {
        Description = "Run each scenario N times, and tell which are stable.", HelpName = "N", DefaultValueFactory = _ => 1,
    };

    private readonly Option<bool> _failOnFlaky = new("--fail-on-flaky")
    {
        Description = "With --retries: FLAKY scenarios make the run not conformant. With --repeat they always do.",
    };

    private readonly Option<int?> _maxFailures = new("--max-failures")
    {
        Description = "End the run when N scenarios have failed. 'kmsi run --resume' runs the others.", HelpName = "N",
    };

    public AttemptOptions()
    {
        CommonOptions.Within(_retries, 0, Most);
        CommonOptions.Within(_repeat, 1, Most);
        CommonOptions.Within(_maxFailures, 1, int.MaxValue);
    }

    /// <summary>The option that says when it is enough.</summary>
    public Option MaxFailures => _maxFailures;

    public IEnumerable<Option> All => [_retries, _repeat, _failOnFlaky, _maxFailures];

    /// <summary>Those that decide what is run; when it is enough may be said anew where a run goes on.</summary>
    public IEnumerable<Option> OfPlan => [_retries, _repeat, _failOnFlaky];

    /// <summary>Refuses what has no effect beside another.</summary>
    /// <exception cref="UserErrorException">Something has none.</exception>
    public void RefuseIdle(ParseResult parsed)
    {
        if (parsed.GetValue(_repeat) > 1)
            parsed.Refuse("--repeat", "which runs every scenario as often as it says, and in which FLAKY counts", _retries, _failOnFlaky);
        if (parsed.GetValue(_retries) == 0 && parsed.IsGiven(_failOnFlaky))
            throw new UserErrorException("--fail-on-flaky has no effect without --retries: what runs once is never FLAKY. Leave it out.");
    }

    public AttemptRequest Read(ParseResult parsed) => new(
        new AttemptRules(parsed.GetValue(_retries), parsed.GetValue(_repeat)),
        parsed.GetValue(_retries) == 0 || parsed.GetValue(_failOnFlaky),
        parsed.GetValue(_maxFailures));
}

/// <summary>What the command line says of how often scenarios are run.</summary>
/// <param name="FlakyFails">Whether a FLAKY scenario makes the run not conformant.</param>
/// <param name="MaxFailures">How many failures end it; null for any number.</param>
internal sealed record AttemptRequest(AttemptRules Rules, bool FlakyFails, int? MaxFailures);
