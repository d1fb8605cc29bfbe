using System.CommandLine;
using System.CommandLine.Parsing;
using KmsiConformance.Suite.Expressions;

namespace KmsiConformance.Cli.Commands;

/// <summary>The options of <c>kmsi run</c> about waits that no run sits out.</summary>
internal sealed class ParkingOptions
{
    // No timer runs for longer than 49 days.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(45);

    private static readonly TimeSpan StandardAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan StandardWithin = TimeSpan.FromMinutes(60);

    private static readonly SettingsInForce None = new(TimeSpan.Zero, null);

    private readonly Option<string> _folder = new("--parked")
    {
        Description = "The folder for scenarios that are parked in the middle of a long wait.", HelpName = "DIR",
        DefaultValueFactory = _ => "parked",
    };

    private readonly Option<TimeSpan?> _after = Length(
        "--park-after", "With --clock real: a wait that is longer is not sat out; the scenario is parked and goes on in another run.",
        StandardAfter);

    private readonly Option<TimeSpan?> _within = Length(
        "--within", "With --resume-parked: how long to wait for what is not due yet.", StandardWithin);

    private readonly Option<bool> _resumes = new("--resume-parked") { Description = "Go on with the parked scenarios that are due." };

    public IEnumerable<Option> All => [_resumes, _folder, _after, _within];

    /// <summary>Names the folder of parked scenarios.</summary>
    public Option Folder => _folder;

    /// <summary>Whether parked scenarios are to go on.</summary>
    public bool IsResumed(ParseResult parsed) => parsed.GetValue(_resumes);

    public ParkingRequest Read(ParseResult parsed) => new(
        parsed.GetValue(_folder)!, parsed.GetValue(_after) ?? StandardAfter, parsed.GetValue(_resumes),
        parsed.GetValue(_within) ?? StandardWithin,
        parsed.IsGiven(_folder) || parsed.IsGiven(_after), parsed.IsGiven(_within));

    private static Option<TimeSpan?> Length(string name, string description, TimeSpan standard) => new(name)
    {
        Description = $"{description} Default: {standard.TotalMinutes:0} minutes.",
        HelpName = "TIME",
        CustomParser = result => Parse(name, result),
    };

    private static TimeSpan? Parse(string name, ArgumentResult result)
    {
        var text = string.Join(' ', result.Tokens.Select(token => token.Value));
        try
        {
            var length = DurationExpression.Parse(text).Evaluate(None);
            if (length < TimeSpan.Zero || length > Longest)
                result.AddError($"{name} is {Lengths.Words(length)}, and must be at least 0 seconds and at most {Lengths.Words(Longest)}.");
            return length;
        }
        catch (FormatException)
        {
            result.AddError($"{name} is '{text}'. Expected a length of time such as \"10 minutes\" or \"2 days\".");
            return null;
        }
    }
}
