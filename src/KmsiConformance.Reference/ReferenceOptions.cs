using KmsiConformance.Jose;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Entra;

namespace KmsiConformance.Reference;

/// <summary>What a reference login endpoint is started with.</summary>
public sealed record ReferenceOptions
{
    /// <summary>The clock of the world it lives in; every date and every expiry comes from it.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The dated reading it follows, one of <see cref="ReferenceProfiles.All"/>; it decides which product the service is.</summary>
    public string Profile { get; init; } = B2cProfile.December2020;

    /// <summary>The policies of a B2C tenant. Nothing else configures its sessions; other products have no policies.</summary>
    public IReadOnlyList<CustomPolicy> Policies { get; init; } = [];

    /// <summary>The settings of an Azure AD tenant.</summary>
    public EntraSettings Entra { get; init; } = new();

    /// <summary>Whether a policy without KeepAliveInDays removes the cookie of a kept session that it uses (C-20).</summary>
    public bool RemovesCookieWithoutDays { get; init; }

    /// <summary>The name of a fault, one of <see cref="Faults.All"/>; null for none.</summary>
    public string? Fault { get; init; }

    public IReadOnlyList<AppRegistration> Apps { get; init; } = [];

    public IReadOnlyList<ReferenceUser> Users { get; init; } = ReferenceUsers.Standard;

    /// <summary>Secrets that policies name by where they are kept (StorageReferenceId), such as client secrets.</summary>
    public IReadOnlyDictionary<string, string> PolicyKeys { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What tokens are signed with, one of <see cref="TokenAlgorithms.Signing"/>.</summary>
    public string TokenAlgorithm { get; init; } = "RS256";

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The tenant's name, the first part of every path.</summary>
    public string Tenant { get; init; } = "kmsidemo.onmicrosoft.com";
}
