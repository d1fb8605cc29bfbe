using KmsiConformance.Policies;
using KmsiConformance.Reference.Decisions;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults;

/// <summary>A named way to deviate from the documents, to prove that checks can fail.</summary>
/// <param name="Name">As given to <c>--fault</c>, for example <c>keeps-session-after-sign-out</c>.</param>
/// <param name="Does">What goes wrong, in a sentence.</param>
/// <param name="Violates">Ids of the requirements that it breaks; none where only a general specification is broken.</param>
/// <param name="ActsUnder">Whether it makes a difference under a dated reading.</param>
public sealed record Fault(string Name, string Does, IReadOnlyList<string> Violates, Func<Readings, bool> ActsUnder)
{
    /// <summary>What is decided otherwise, made anew for each service: some deviations remember.</summary>
    internal Func<Deviation> Deviates { get; init; } = static () =>
        throw new InvalidOperationException("A fault is made by Of, or of a mutant.");

    /// <summary>The fault that a class describes; its name is the class's in kebab case.</summary>
    internal static Fault Of<T>()
        where T : RuleTopic, IFault, new() =>
        new(Words.Kebab(typeof(T).Name), T.Does, T.Violates, T.ActsUnder) { Deviates = static () => Deviation.By(typeof(T)) };
}

/// <summary>What a fault's class says about itself.</summary>
internal interface IFault
{
    /// <summary>What goes wrong, in a sentence.</summary>
    static abstract string Does { get; }

    /// <summary>Ids of the requirements that it breaks.</summary>
    static abstract IReadOnlyList<string> Violates { get; }

    /// <summary>
    /// Whether it makes a difference under a dated reading: under all but those of sites without a protocol, which the reference does
    /// not play, unless a class says otherwise.
    /// </summary>
    static virtual bool ActsUnder(Readings readings) => readings.Product != LoginProduct.Web;
}
