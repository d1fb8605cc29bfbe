namespace KmsiConformance.Reference.Mutants;

/// <summary>One way to turn a decision.</summary>
/// <param name="Name">Such as <c>half-when-kept</c>.</param>
/// <param name="Begin">Begins it for one service: some changes remember.</param>
internal sealed record Change(string Name, Func<Func<Asked, object?>> Begin)
{
    /// <summary>A change that depends on nothing but what the rules decide.</summary>
    public static Change Of(string name, Func<object?, object?> turn) => By(name, asked => turn(asked.Decided));

    /// <summary>A change that remembers nothing.</summary>
    public static Change By(string name, Func<Asked, object?> turn) => new(name, () => turn);

    /// <summary>The first answer of the service holds for whoever asks later.</summary>
    public static Change Sticks() => new("as-the-first-time", () =>
    {
        var gate = new Lock();
        var (isKnown, first) = (false, (object?)null);
        return asked =>
        {
            lock (gate)
            {
                if (!isKnown) (isKnown, first) = (true, asked.Decided);
                return first;
            }
        };
    });

    /// <summary>The same, only under a condition.</summary>
    public Change When(Condition condition) => new($"{Name}-{condition.Name}", () =>
    {
        var turn = Begin();
        return asked => condition.Holds(asked) ? turn(asked) : asked.Decided;
    });
}
