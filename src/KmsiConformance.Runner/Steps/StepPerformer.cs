using KmsiConformance.Checks;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps;

/// <summary>Does what one kind of step says, and names the checks that then judge it. Found by its type, listed nowhere.</summary>
internal abstract class StepPerformer
{
    /// <summary>The kind of step.</summary>
    public abstract Type Kind { get; }

    /// <summary>Does the step; what is seen goes into the world's ledger.</summary>
    public abstract Task PerformAsync(World world, Step step, string profile, CancellationToken cancellation);

    /// <summary>The checks that judge such a step; none for one that only acts.</summary>
    public abstract IEnumerable<Check> Checks(JudgedWorld world, Step step, string profile);

    /// <summary>All kinds of steps and who performs them.</summary>
    public static readonly IReadOnlyDictionary<Type, StepPerformer> All = typeof(StepPerformer).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(StepPerformer)) && !type.IsAbstract)
        .Select(type => (StepPerformer)Activator.CreateInstance(type)!)
        .ToDictionary(performer => performer.Kind);
}

/// <summary>A performer of steps of one type.</summary>
internal abstract class StepPerformer<T> : StepPerformer where T : Step
{
    public override Type Kind => typeof(T);

    public override Task PerformAsync(World world, Step step, string profile, CancellationToken cancellation) =>
        PerformAsync(world, (T)step, profile, cancellation);

    protected abstract Task PerformAsync(World world, T step, string profile, CancellationToken cancellation);

    public override IEnumerable<Check> Checks(JudgedWorld world, Step step, string profile) => Checks(world, (T)step, profile);

    /// <summary>The checks that judge such a step; none for one that only acts.</summary>
    protected virtual IEnumerable<Check> Checks(JudgedWorld world, T step, string profile) => [];
}

/// <summary>A performer of steps that do nothing and only look.</summary>
internal abstract class LookingPerformer<T> : StepPerformer<T> where T : Step
{
    protected override Task PerformAsync(World world, T step, string profile, CancellationToken cancellation) =>
        Task.CompletedTask;

    /// <summary>The checks that judge what is there to be seen; at least one.</summary>
    protected abstract override IEnumerable<Check> Checks(JudgedWorld world, T step, string profile);
}
