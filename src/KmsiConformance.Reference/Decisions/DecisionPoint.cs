using System.Reflection;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Decisions;

/// <summary>One decision of one topic: a member of its class that a subclass may override.</summary>
/// <param name="Topic">The class that stands for the topic.</param>
/// <param name="Member">The method, or the getter of the property.</param>
internal sealed record DecisionPoint(Type Topic, MethodInfo Member)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The topic and the member, for example <c>Session.ServerLifetime</c>.</summary>
    public string Name => $"{Topic.Name[..^"Rules".Length]}.{(Member.IsSpecialName ? Member.Name["get_".Length..] : Member.Name)}";

    /// <summary>All that a topic decides.</summary>
    public static IEnumerable<DecisionPoint> Of(Type topic) => topic.GetMethods(Any)
        .Where(member => member is { IsVirtual: true, IsFinal: false } && member.GetBaseDefinition().DeclaringType == topic)
        .Select(member => new DecisionPoint(topic, member));

    /// <summary>Which of a topic's points a subclass decides otherwise.</summary>
    public static IEnumerable<DecisionPoint> OverriddenBy(Type subclass)
    {
        var overridden = subclass.GetMethods(Any).Where(member => member.IsVirtual)
            .Select(member => member.GetBaseDefinition()).ToHashSet();
        return Of(RuleTopic.TopicOf(subclass)).Where(point => overridden.Contains(point.Member));
    }
}
