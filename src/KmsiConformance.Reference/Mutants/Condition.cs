using System.Reflection;
using KmsiConformance.Reference.Decisions;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Mutants;

/// <summary>When a decision is turned, and otherwise left alone: a check may look at one case and never at the other.</summary>
internal sealed record Condition(string Name, Func<Asked, bool> Holds)
{
    /// <summary>
    /// The cases that the arguments of a member tell apart: truth values, choices, what may be missing, kept sessions and others.
    /// </summary>
    /// <param name="choicesOnly">Truth values and choices alone.</param>
    public static IEnumerable<Condition> Of(MethodInfo member, bool choicesOnly)
    {
        // Where an argument is what is decided, its cases are those of the decision.
        var source = Plain.Source(member);
        foreach (var parameter in member.GetParameters().Where(parameter => parameter.Position != source?.Position))
        {
            var (position, name, type) = (parameter.Position, Words.Kebab(parameter.Name!), parameter.ParameterType);
            if (type == typeof(bool))
            {
                yield return new($"when-{name}", asked => asked.About[position] is true);
                yield return new($"when-not-{name}", asked => asked.About[position] is false);
            }
            else if (type.IsEnum)
            {
                foreach (var value in Enum.GetValues(type))
                    yield return new($"when-{Words.Kebab(value.ToString()!)}", asked => Equals(asked.About[position], value));
            }

            if (choicesOnly) continue;
            if (type == typeof(Session))
            {
                yield return new($"when-{name}-is-kept", asked => asked.About[position] is Session { Kept: true });
                yield return new($"when-{name}-is-not-kept", asked => asked.About[position] is Session { Kept: false });
            }

            if (Nullability.IsNullable(parameter))
            {
                yield return new($"when-no-{name}", asked => asked.About[position] is null);
                yield return new($"when-any-{name}", asked => asked.About[position] is not null);
            }
        }
    }
}
