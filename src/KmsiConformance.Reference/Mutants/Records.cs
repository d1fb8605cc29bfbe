using System.Collections.Immutable;
using System.Reflection;
using KmsiConformance.Reference.Decisions;

namespace KmsiConformance.Reference.Mutants;

/// <summary>How a record may be another: one of its properties is.</summary>
internal static class Records
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether values of this type are records.</summary>
    public static bool IsOne(Type type) => type.IsClass && Clone(type) is not null;

    /// <summary>The changes. A record in a record is left as it is, or out.</summary>
    public static IEnumerable<Change> Of(Type type) =>
        from property in type.GetProperties(Own)
        where property.SetMethod is not null
        from change in OfProperty(property)
        select new Change($"{Words.Kebab(property.Name)}-{change.Name}", () => asked => Turned(type, property, change.Turn, asked.Decided));

    private static IEnumerable<(string Name, Func<object?, object?> Turn)> OfProperty(PropertyInfo property)
    {
        var type = property.PropertyType;
        if (type == typeof(bool)) yield return ("opposite", value => value is false);
        if (type == typeof(string)) yield return ("changed", value => value is string text ? text + "x" : value);
        if (Nullability.IsNullable(property)) yield return ("none", _ => null);
        if (type == typeof(DateTimeOffset))
        {
            foreach (var (name, other) in Changes.OtherMoments()) yield return (name, value => other((DateTimeOffset)value!));
        }

        // Immutable collections have one that is empty.
        if (type.Namespace == typeof(ImmutableList).Namespace && type.GetField("Empty")?.GetValue(null) is { } empty)
            yield return ("empty", _ => empty);
    }

    private static object? Turned(Type type, PropertyInfo property, Func<object?, object?> turn, object? value)
    {
        if (value is null) return null;
        var other = Clone(type)!.Invoke(value, null);
        property.SetValue(other, turn(property.GetValue(value)));
        return other;
    }

    private static MethodInfo? Clone(Type type) => type.GetMethod("<Clone>$", Own);
}
