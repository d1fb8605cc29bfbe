using StackExchange.Redis;

namespace KmsiConformance.Queues;

/// <summary>Where the parts of a queue stand in Redis; on one node of a cluster.</summary>
/// <param name="name">What its workers call it.</param>
internal sealed class QueueKeys(string name)
{
    /// <summary>What its workers call it.</summary>
    public string Name => name;

    /// <summary>A hash: what tells the plan from others.</summary>
    public RedisKey Plan => Key("plan");

    /// <summary>A sorted set: the scenarios that nobody has, by how long they take.</summary>
    public RedisKey Waiting => Key("waiting");

    /// <summary>A hash: how long each scenario takes.</summary>
    public RedisKey Weights => Key("weights");

    /// <summary>A sorted set: the scenarios that somebody has, by when the lease runs out, in milliseconds since 1970.</summary>
    public RedisKey Leases => Key("leases");

    /// <summary>A hash: who has each of them.</summary>
    public RedisKey Holders => Key("holders");

    /// <summary>A hash: how often a scenario was lost with the worker that had it.</summary>
    public RedisKey Losses => Key("losses");

    /// <summary>A hash: whose result of each scenario was the first.</summary>
    public RedisKey Done => Key("done");

    /// <summary>What the script that gives a scenario needs.</summary>
    public RedisKey[] ToTake => [Plan, Waiting, Weights, Leases, Holders, Losses, Done];

    private RedisKey Key(string part) => $"kmsi:{{{name}}}:{part}";
}
