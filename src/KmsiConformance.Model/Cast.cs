namespace KmsiConformance.Model;

/// <summary>Who plays in journeys, by the names that scenarios use.</summary>
/// <param name="Apps">The apps, at least one.</param>
/// <param name="Users">The users, at least one.</param>
public sealed record Cast(IReadOnlyList<string> Apps, IReadOnlyList<string> Users)
{
    /// <summary>The devices; the first is in use at the beginning.</summary>
    public IReadOnlyList<string> Devices { get; init; } = ["laptop", "phone"];

    /// <summary>The identity provider, with accounts of the same names; null where there is none.</summary>
    public string? Provider { get; init; }

    /// <summary>Three apps and two users, where a target can have them all.</summary>
    public static readonly Cast Everywhere = new(["groceries", "pharmacy", "bakery"], ["alice", "bob"]) { Provider = "contoso" };
}
