using KmsiConformance.Clocks;
using KmsiConformance.Suite;

namespace KmsiConformance.Targets.Files;

/// <summary>A target that a file describes, however it is had.</summary>
/// <param name="file">The file.</param>
public abstract class DeclaredTargetKind(TargetFile file) : ITargetKind
{
    /// <summary>The file.</summary>
    protected TargetFile File => file;

    /// <inheritdoc/>
    public string Name => file.Name;

    /// <inheritdoc/>
    public abstract string Kind { get; }

    /// <inheritdoc/>
    public string? Behaves => null;

    /// <inheritdoc/>
    public string? Fault => null;

    /// <inheritdoc/>
    public TargetFacts Facts => new(Places.WithoutPorts(file.Address), Version, file.Policy.Words)
    {
        StaysAtRealTime = file.Clock == TargetClock.None,
    };

    /// <inheritdoc/>
    public SignInCare Care { get; } = new(file.Limits.SignInsAMinute, isShared: file.Start is null, TimeProvider.System, RealTime.Delay);

    /// <summary>The version that the product says or the file names; null where neither does.</summary>
    protected string? Version { get; set; } = file.Version;

    /// <inheritdoc/>
    public Recipe Recipe => file.Recipe;

    /// <inheritdoc/>
    public IReadOnlyList<string> NotPlayed(IEnumerable<Scenario> scenarios) => [];

    /// <inheritdoc/>
    public string? WhyNot(Scenario scenario) => Fitness.WhyNot(file, scenario);

    /// <inheritdoc/>
    public abstract Task PrepareAsync(string? evidence, Action<string> say, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract Task<ITargetPlace> TakeAsync(Scenario scenario, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
