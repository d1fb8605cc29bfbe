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
        new(Words.Kebab(typeof(T).Name), T.Does, T.Violates, Acts<T>) { Deviates = static () => Deviation.By(typeof(T)) };

    private static bool Acts<T>(Readings readings)
        where T : IFault => readings.Product == LoginProduct.Web ? T.ActsOnSites : T.ActsUnder(readings);
}

/// <summary>What a fault's class says about itself.</summary>
internal interface IFault
{
    /// <summary>What goes wrong, in a sentence.</summary>
    static abstract string Does { get; }

    /// <summary>Ids of the requirements that it breaks.</summary>
    static abstract IReadOnlyList<string> Violates { get; }

    /// <summary>Whether it makes a difference at a site without a protocol, which decides little of what login endpoints do.</summary>
    static virtual bool ActsOnSites => false;

    /// <summary>
    /// Whether it makes a difference under a dated reading of another product: under all, unless a class says otherwise.
    /// </summary>
    static virtual bool ActsUnder(Readings readings) => true;
}
