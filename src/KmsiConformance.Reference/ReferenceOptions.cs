using KmsiConformance.Jose;
using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd;
using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Mutants;
using KmsiConformance.Reference.Web;

namespace KmsiConformance.Reference;

/// <summary>What a reference login endpoint is started with.</summary>
public sealed record ReferenceOptions
{
    /// <summary>The clock of the world it lives in; every date and every expiry comes from it.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The dated reading that it follows; it decides which product the service is.</summary>
    public required Readings Readings { get; init; }

    /// <summary>The policies of a B2C tenant. Nothing else configures its sessions; other products have no policies.</summary>
    public IReadOnlyList<CustomPolicy> Policies { get; init; } = [];

    /// <summary>The settings of an Azure AD tenant.</summary>
    public AzureAdSettings AzureAd { get; init; } = new();

    /// <summary>The settings of a site without a protocol.</summary>
    public WebSettings Web { get; init; } = new();

    /// <summary>Names of faults, as <see cref="FaultList.Named"/> knows them. No two may decide the same point.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Told what it decides; null where nobody watches. A service that is watched has no faults.</summary>
    public DecisionWatch? Watch { get; init; }

    public IReadOnlyList<AppRegistration> Apps { get; init; } = [];

    public IReadOnlyList<ReferenceUser> Users { get; init; } = ReferenceUsers.Standard;

    /// <summary>Secrets that policies name by where they are kept (StorageReferenceId), such as client secrets.</summary>
    public IReadOnlyDictionary<string, string> PolicyKeys { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the RESTful services are reached that policies call.</summary>
    public ServiceHosts Services { get; init; } = ServiceHosts.None;

    /// <summary>
    /// Real time for which it waits for identity providers and services. Long, because a busy machine must not look like a
    /// provider that does not answer; shorter than a step may take.
    /// </summary>
    public TimeSpan Patience { get; init; } = StandardPatience;

    /// <summary>The patience of a reference that is told of none.</summary>
    public static readonly TimeSpan StandardPatience = TimeSpan.FromSeconds(20);

    /// <summary>What tokens are signed with, one of <see cref="TokenAlgorithms.Signing"/>.</summary>
    public string TokenAlgorithm { get; init; } = "RS256";

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The tenant's name, the first part of every path.</summary>
    public string Tenant { get; init; } = "kmsidemo.onmicrosoft.com";
}
