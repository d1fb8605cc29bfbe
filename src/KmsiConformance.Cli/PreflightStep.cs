using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli;

/// <summary>A browser and a clock that work, from which a command makes its worlds.</summary>
internal sealed class PreflightStep
{
    private readonly ReadyBrowser _ready;

    private PreflightStep(ReadyBrowser ready) => _ready = ready;

    public IReadOnlyList<string> Notes => _ready.Notes;

    /// <summary>Does the preflight and says each step on the error stream, so that output stays clean for machines.</summary>
    public static async Task<PreflightStep> RunAsync(PreflightRequest request, CancellationToken cancellation) =>
        new(await Preflight.FindAsync(request, Console.Error.WriteLine, cancellation));

    /// <summary>The worlds for a target.</summary>
    /// <param name="folder">Where pictures go; null takes none.</param>
    public IWorldFactory Worlds(ScenarioSuite suite, ITargetKind target, RunFolder? folder, TimeSpan pageLimit) =>
        new WorldFactory(
            _ready, target, target.Recipe ?? suite.RecipeOf(target.Behaves ?? suite.DefaultProfile.Id), folder, pageLimit);
}
