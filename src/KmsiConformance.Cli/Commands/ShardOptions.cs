using System.CommandLine;
using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Commands;

/// <summary>The options of <c>kmsi run</c> about sharing a plan with other machines.</summary>
internal sealed class ShardOptions
{
    private const string FromEnvironment = "auto";

    // Machines say which they are and how many; some count from 0.
    private static readonly (string Index, string Of, int First)[] Variables =
        [("JOB_COMPLETION_INDEX", "JOB_COMPLETIONS", 0), ("CI_NODE_INDEX", "CI_NODE_TOTAL", 1)];

    private readonly Option<string?> _shard = new("--shard")
    {
        Description = "Run one of several even parts of the plan, such as 2/4; 'kmsi merge' makes one run of all. 'auto' reads which from "
            + "JOB_COMPLETION_INDEX and JOB_COMPLETIONS, or CI_NODE_INDEX and CI_NODE_TOTAL.",
        HelpName = "I/N",
    };

    private readonly Option<string?> _timings = new("--timings")
    {
        Description = "How long scenarios took, as 'kmsi timings' writes it: parts are even, and what takes longest begins.",
        HelpName = "FILE",
    };

    private readonly QueueOptions _queue = new();

    public IEnumerable<Option> All => [_shard, _timings, .. _queue.All];

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UserErrorException">It is no part of a plan.</exception>
    /// <exception cref="FileNotFoundException">There is no such file of timings.</exception>
    public ShardRequest Read(ParseResult parsed) => new(
        parsed.GetValue(_shard) is { } shard ? Parse(shard) : null,
        parsed.GetValue(_timings) is { } file ? Timings.Read(file) : Timings.None)
    {
        Queue = _queue.Read(parsed),
    };

    /// <summary>Refuses what has no effect in a run that takes its scenarios from a queue.</summary>
    /// <exception cref="UserErrorException">There is something.</exception>
    public void RefuseIdle(ParseResult parsed, IEnumerable<Option> others)
    {
        if (!parsed.IsGiven(_queue.Queue)) return;
        parsed.Refuse("--queue", "which gives to each worker as much as it can do", _shard);
        parsed.Refuse("--queue", "from which several workers take, none of which knows of the others' results", [.. others]);
    }

    private static ShardRecord Parse(string text)
    {
        if (text == FromEnvironment) return OfEnvironment();
        return text.Split('/') is [var index, var of] && Number(index) is { } which && Number(of) is { } parts
                && which >= 1 && which <= parts
            ? new ShardRecord(which, parts)
            : throw new UserErrorException($"--shard is '{text}'. Expected I/N, the part and how many there are, such as 2/4; or auto.");
    }

    private static ShardRecord OfEnvironment()
    {
        foreach (var (index, of, first) in Variables)
        {
            if (Environment.GetEnvironmentVariable(index) is not { } which || Environment.GetEnvironmentVariable(of) is not { } parts)
                continue;
            return Number(which) - first + 1 is { } part && Number(parts) is { } all && part >= 1 && part <= all
                ? new ShardRecord(part, all)
                : throw new UserErrorException($"--shard auto: {index} is '{which}' and {of} is '{parts}'. Expected a part of so many.");
        }

        throw new UserErrorException(
            $"--shard auto: neither {string.Join(" nor ", Variables.Select(pair => $"{pair.Index} and {pair.Of}"))} are set. Set them, or "
            + "name the part: --shard 2/4.");
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What the command line says of sharing a plan.</summary>
/// <param name="Shard">Which part runs; null for all.</param>
/// <param name="Timings">How long scenarios took.</param>
internal sealed record ShardRequest(ShardRecord? Shard, Timings Timings)
{
    /// <summary>The queue from which the plan is taken; null for none.</summary>
    public QueueRequest? Queue { get; init; }
}
