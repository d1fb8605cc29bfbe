using System.CommandLine;
using System.Text.RegularExpressions;
using KmsiConformance.Queues;

namespace KmsiConformance.Cli.Commands;

/// <summary>The options of <c>kmsi run</c> about taking the scenarios of a plan from a queue.</summary>
internal sealed partial class QueueOptions
{
    private const int ShortestLease = 5;
    private const int LongestLease = 3600;
    private const int UsualLease = 60;

    private readonly Option<string?> _queue = new("--queue")
    {
        Description = "Take scenarios from a queue that other machines take from too, the longest first: a Redis server. 'kmsi merge' "
            + $"makes one run of all. Its password may stand in {QueueAddress.PasswordVariable}.",
        HelpName = "redis://HOST:PORT",
    };

    private readonly Option<string?> _name = new("--queue-name")
    {
        Description = "What all workers of one plan call its queue, for example the number of the build.", HelpName = "NAME",
    };

    private readonly Option<int> _lease = new("--lease")
    {
        Description = "Seconds after which a worker of which nothing is heard is taken for lost, and its scenario given to another.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => UsualLease,
    };

    public QueueOptions() => CommonOptions.Within(_lease, ShortestLease, LongestLease);

    public IEnumerable<Option> All => [_queue, _name, _lease];

    /// <summary>The option that names the queue.</summary>
    public Option Queue => _queue;

    /// <summary>What the command line asks for; null where it names no queue.</summary>
    /// <exception cref="UserErrorException">It is none, or an option has no effect.</exception>
    public QueueRequest? Read(ParseResult parsed)
    {
        if (parsed.GetValue(_queue) is not { } address)
        {
            foreach (var idle in new Option[] { _name, _lease }.Where(parsed.IsGiven))
                throw new UserErrorException($"{idle.Name} has no effect without --queue. Leave it out, or name the queue.");
            return null;
        }

        if (parsed.GetValue(_name) is not { } name)
            throw new UserErrorException(
                "--queue needs --queue-name: what all workers of this plan call it and no other plan, for example the number of the "
                + "build.");
        if (!Name().IsMatch(name))
            throw new UserErrorException(
                $"--queue-name is '{name}'. Expected letters, digits, dots, hyphens and underscores, at most 100.");
        try
        {
            var password = Environment.GetEnvironmentVariable(QueueAddress.PasswordVariable);
            return new QueueRequest(
                QueueAddress.Parse(address, password is { Length: > 0 } ? password : null), name,
                TimeSpan.FromSeconds(parsed.GetValue(_lease)));
        }
        catch (FormatException wrong)
        {
            // What stands there may have a password.
            throw new UserErrorException($"--queue is no address of a queue. {wrong.Message}");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,100}$", RegexOptions.None, 1000)]
    private static partial Regex Name();
}

/// <summary>The queue from which a run takes its scenarios.</summary>
/// <param name="Lease">How long nothing is heard of a worker before it is taken for lost.</param>
internal sealed record QueueRequest(QueueAddress Address, string Name, TimeSpan Lease);
