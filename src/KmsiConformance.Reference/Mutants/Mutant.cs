using KmsiConformance.Reference.Decisions;

namespace KmsiConformance.Reference.Mutants;

/// <summary>One decision of the reference, turned in one way.</summary>
internal sealed record Mutant(DecisionPoint Point, Change Change)
{
    /// <summary>The point and the change, for example <c>Session.ServerLifetime/half-when-kept</c>.</summary>
    public string Name => $"{Point.Name}/{Change.Name}";

    /// <summary>What it decides otherwise, begun for one service.</summary>
    public Deviation Begin()
    {
        var turn = Change.Begin();
        return new Deviation(Point.Topic, [Point.Name]) { Answer = invocation => invocation.ReturnValue = turn(new Asked(invocation)) };
    }

    /// <summary>All mutants of a point.</summary>
    public static IEnumerable<Mutant> Of(DecisionPoint point) => ChangesOf(point)
        .DistinctBy(change => change.Name, StringComparer.Ordinal)
        .Select(change => new Mutant(point, change));

    private static IEnumerable<Change> ChangesOf(DecisionPoint point)
    {
        var (member, type) = (point.Member, point.Member.ReturnType);
        var changes = Changes.Of(type, Nullability.IsNullable(member.ReturnParameter)).ToList();
        if (Plain.IsNull(member)) changes.RemoveAll(change => !change.Name.EndsWith("-where-none", StringComparison.Ordinal));

        // What is always so is turned in one way only.
        if (Plain.Constant(member) is { } constant) changes.RemoveAll(change => change.Name != (constant ? "never" : "always"));
        foreach (var change in changes) yield return change;
        foreach (var condition in Condition.Of(member, choicesOnly: Records.IsOne(type)))
            foreach (var change in changes.Where(change => change.Name != "opposite")) yield return change.When(condition);

        foreach (var change in Instead.Of(member)) yield return change;
        if (changes.Count > 0 && member.GetParameters().Length > 0 && Plain.Constant(member) is null) yield return Change.Sticks();
    }
}
