using KmsiConformance.Apps;

namespace KmsiConformance.Targets;

/// <summary>
/// A target that one world has for itself until it gives it back by disposing of the place: worlds that run at the same
/// time never share one.
/// </summary>
public interface ITargetPlace : IAsyncDisposable
{
    /// <summary>How far the target's time is ahead of real time already; the world begins there. Zero or more.</summary>
    TimeSpan Ahead { get; }

    /// <summary>Whether the target runs in this process: then nobody has any other clock than the world, and nothing need listen.</summary>
    bool IsInThisProcess => false;

    /// <summary>
    /// Where its apps must stand, by the names that scenarios use, because they are registered there; null where apps are
    /// registered wherever they stand.
    /// </summary>
    IReadOnlyDictionary<string, AppPlace>? Apps { get; }

    /// <summary>What an app shows the login endpoint to prove who it is.</summary>
    /// <param name="app">The name that scenarios use.</param>
    AppCredentials CredentialsOf(string app);

    /// <summary>Starts the target for the world, or hands over the one that runs.</summary>
    /// <exception cref="NotSupportedException">The target cannot be what is asked; see <see cref="ITargetKind.WhyNot"/>.</exception>
    /// <exception cref="TargetException">It does not answer as it must for any verdict.</exception>
    Task<ITarget> StartAsync(TargetRequest asked, CancellationToken cancellation);
}
