using System.Reflection;
using KmsiConformance.Reference.Decisions;

namespace KmsiConformance.Reference.Mutants;

/// <summary>What a member may say instead, by mistaking one thing that it is told for another.</summary>
internal static class Instead
{
    /// <summary>Its arguments and what they contain in place of the decision, and arguments that are moments moved.</summary>
    public static IEnumerable<Change> Of(MethodInfo member)
    {
        var source = Plain.Source(member);
        foreach (var parameter in member.GetParameters())
        {
            var (position, name, type) = (parameter.Position, Words.Kebab(parameter.Name!), parameter.ParameterType);
            if (member.ReturnType.IsAssignableFrom(type) && source is not { Property: null })
                yield return Change.By($"as-{name}", asked => asked.About[position]);
            if (Records.IsOne(type) && !Plain.IsNull(member) && (member.ReturnType != typeof(bool) || Nullability.IsNullable(parameter)))
            {
                foreach (var property in type.GetProperties().Where(known => known.PropertyType == member.ReturnType))
                {
                    if (property.GetMethod == source?.Property && position == source?.Position) continue;
                    yield return Change.By(
                        $"as-{name}-{Words.Kebab(property.Name)}",
                        asked => asked.About[position] is { } told ? property.GetValue(told) : asked.Decided);
                }
            }

            if (type != typeof(DateTimeOffset) || Plain.Constant(member) is not null || source is not null) continue;
            foreach (var (shift, other) in Changes.OtherMoments())
                yield return Change.By(
                    $"{name}-{shift}", asked => asked.DecidedWith(position, other((DateTimeOffset)asked.About[position]!)));
        }
    }
}
