using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>What a reference login endpoint is started with.</summary>
public sealed record ReferenceOptions
{
    /// <summary>The clock of the world it lives in; every date and every expiry comes from it.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The dated reading it follows, one of <see cref="B2cProfile.All"/>.</summary>
    public string Profile { get; init; } = B2cProfile.December2020;

    /// <summary>The policies of the tenant. Nothing else configures sessions.</summary>
    public required IReadOnlyList<CustomPolicy> Policies { get; init; }

    /// <summary>The name of a fault, one of <see cref="Faults.All"/>; null for none.</summary>
    public string? Fault { get; init; }

    public IReadOnlyList<AppRegistration> Apps { get; init; } = [];

    public IReadOnlyList<ReferenceUser> Users { get; init; } = ReferenceUsers.Standard;

    /// <summary>Secrets that policies name by where they are kept (StorageReferenceId), such as client secrets.</summary>
    public IReadOnlyDictionary<string, string> PolicyKeys { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The tenant's name, the first part of every path.</summary>
    public string Tenant { get; init; } = "kmsidemo.onmicrosoft.com";
}
