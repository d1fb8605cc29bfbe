using System.Reflection;

namespace KmsiConformance.Suite.Steps;

/// <summary>A kind of step, as found by its type.</summary>
public sealed record StepKind(string Verb, Type Type, Func<StepSource, Step> Read)
{
    /// <summary>All kinds, by verb.</summary>
    public static IReadOnlyDictionary<string, StepKind> All { get; } = typeof(Step).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Step)) && !type.IsAbstract)
        .Select(Of)
        .OrderBy(kind => kind.Verb, StringComparer.Ordinal)
        .ToDictionary(kind => kind.Verb, StringComparer.Ordinal);

    /// <summary>The kind's part of the scenario schema, as JSON; null where there is none, which a house test says.</summary>
    public string? SchemaPart() => Schema.SchemaParts.Find(Verb);

    private static StepKind Of(Type type)
    {
        if (!type.GetInterfaces().Any(kind => kind.IsGenericType && kind.GetGenericTypeDefinition() == typeof(IStepKind<>)))
            throw new InvalidOperationException(
                $"{type.Name} has no verb: a step has to be an IStepKind<{type.Name}>, which says its verb and how it is read.");
        var describe = typeof(StepKind).GetMethod(nameof(Describe), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (StepKind)describe.MakeGenericMethod(type).Invoke(null, null)!;
    }

    private static StepKind Describe<T>() where T : Step, IStepKind<T> => new(T.Verb, typeof(T), T.Read);
}
