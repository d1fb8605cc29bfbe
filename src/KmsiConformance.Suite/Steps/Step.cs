using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps;

/// <summary>One line of a scenario. Each kind is a record of its own that is an <see cref="IStepKind{TSelf}"/>.</summary>
/// <param name="Place">Where it stands in its file.</param>
public abstract record Step(StepPlace Place)
{
    /// <summary>The line of its file, from 1.</summary>
    public int Line => Place.Line;

    /// <summary>The step as a line of a test protocol, for the given profile.</summary>
    public abstract string Text(string profile);

    /// <summary>
    /// Every app, identity provider, user, role or policy that it names, so that a name which stands for nothing is said
    /// before anything runs. A step that names nobody says so by an empty list.
    /// </summary>
    public abstract IEnumerable<UsedName> Names { get; }

    /// <summary>What must be seen, where that may differ from profile to profile; null where it does not.</summary>
    public virtual ByProfile<string>? Expected => null;

    /// <summary>Whether it lets time pass, in the target's world as in the browser's.</summary>
    public virtual bool LetsTimePass => false;

    /// <summary>Why it makes no sense in this scenario although all its names are known; empty where it does.</summary>
    public virtual IEnumerable<string> Misfits(Scenario scenario) => [];

    /// <summary>The names among these, each at the place of its key; a null names nobody.</summary>
    protected IEnumerable<UsedName> Used(params IEnumerable<(NameKind Kind, string? Name, string Key)> names) =>
        names.Where(used => used.Name is not null).Select(used => Place.Names(used.Kind, used.Name!, used.Key));
}

/// <summary>A step that does something with an app and expects a certain outcome.</summary>
public abstract record VisitStep(StepPlace Place, string App, ByProfile<string> Expect) : Step(Place)
{
    public override ByProfile<string> Expected => Expect;
}
