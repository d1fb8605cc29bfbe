namespace KmsiConformance.Suite.Steps;

/// <summary>What every kind of step says of itself besides what one step says; found by type, listed nowhere.</summary>
public interface IStepKind<out TSelf> where TSelf : Step, IStepKind<TSelf>
{
    /// <summary>The key by which scenario files write it; its schema part is <c>VERB.schema.json</c> beside it.</summary>
    static abstract string Verb { get; }

    /// <summary>Reads one. The schema has already said which keys exist, so this is about meaning.</summary>
    /// <exception cref="SuiteException">It cannot be understood.</exception>
    static abstract TSelf Read(StepSource source);
}
