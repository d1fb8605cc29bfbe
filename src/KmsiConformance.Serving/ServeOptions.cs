using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Web;
using KmsiConformance.ThirdParties;

namespace KmsiConformance.Serving;

/// <summary>What a served reference is started with. Port 0 takes a free one.</summary>
public sealed record ServeOptions
{
    /// <summary>The dated reading it follows.</summary>
    public required Readings Readings { get; init; }

    /// <summary>The policies of the tenant; those of <see cref="StandardPolicies"/> when there are none.</summary>
    public IReadOnlyList<CustomPolicy> Policies { get; init; } = [];

    /// <summary>The settings of a site without a protocol; of no effect where the reading is of another product.</summary>
    public WebSettings Site { get; init; } = new();

    /// <summary>The same with the settings of a site, as a file says them.</summary>
    /// <exception cref="Suite.SuiteException">Something in it is wrong, or has no effect.</exception>
    /// <exception cref="IOException">It cannot be read, or is not there.</exception>
    public ServeOptions WithSite(string path) => this with { Site = SiteFile.Read(path) };

    public IReadOnlyList<ReferenceUser> Users { get; init; } = ReferenceUsers.Standard;

    /// <summary>Faults it is started with, which must go together.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The faults in words; null when there are none.</summary>
    public string? Fault => Faults.Count > 0 ? string.Join(", ", Faults) : null;

    /// <summary>
    /// Redirect URIs of the client <c>app</c>, an application of the user's own; where it returns after sign-outs as well.
    /// </summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>
    /// What a frame of the browser loads when the user signs out elsewhere (front-channel); null for an application that is
    /// not told.
    /// </summary>
    public string? LogoutUrl { get; init; }

    /// <summary>Where the service itself tells the application of sign-outs (back-channel); null for one that is not told.</summary>
    public string? BackChannelLogoutUri { get; init; }

    public int Port { get; init; }

    /// <summary>The port of the apps that come along.</summary>
    public int AppsPort { get; init; }

    public int ControlPort { get; init; }

    /// <summary>What REST services answer that policies call; empty starts none.</summary>
    public IReadOnlyList<Script> Stubs { get; init; } = [];

    public int StubsPort { get; init; }

    /// <summary>The machine's clock.</summary>
    public TimeProvider RealTime { get; init; } = TimeProvider.System;
}
