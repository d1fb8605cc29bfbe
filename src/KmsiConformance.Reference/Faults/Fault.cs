using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>A named way to deviate from the documents, to prove that checks can fail.</summary>
/// <param name="Name">As given to <c>--fault</c>, for example <c>keeps-session-after-sign-out</c>.</param>
/// <param name="Does">What goes wrong, in a sentence.</param>
/// <param name="Violates">Ids of the requirements that it breaks; none where only a general specification is broken.</param>
/// <param name="Profiles">The dated readings under which it makes a difference.</param>
public sealed record Fault(string Name, string Does, IReadOnlyList<string> Violates, IReadOnlyList<string> Profiles)
{
    /// <summary>Makes the conduct of a service with this fault under a dated reading.</summary>
    internal Func<string, Conduct> Conduct { get; private init; } = profile => new Conduct { Profile = profile };

    /// <summary>The fault that a class describes; its name is the class's in kebab case.</summary>
    internal static Fault Of<T>()
        where T : Conduct, IFault, new() =>
        new(Kebab(typeof(T).Name), T.Does, T.Violates, T.Profiles) { Conduct = profile => new T { Profile = profile } };

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? $"{(i == 0 ? "" : "-")}{char.ToLowerInvariant(c)}" : c.ToString()));
}

/// <summary>What a fault's class says about itself.</summary>
internal interface IFault
{
    /// <summary>What goes wrong, in a sentence.</summary>
    static abstract string Does { get; }

    /// <summary>Ids of the requirements that it breaks.</summary>
    static abstract IReadOnlyList<string> Violates { get; }

    /// <summary>The dated readings under which it makes a difference; all, unless a class says otherwise.</summary>
    static virtual IReadOnlyList<string> Profiles => B2cProfile.All;
}
