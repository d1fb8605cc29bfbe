using Castle.DynamicProxy;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Decisions;

/// <summary>Some points of one topic, decided otherwise than the documents say.</summary>
/// <param name="Class">The topic's class, or the subclass that decides.</param>
/// <param name="Points">Names of the points; see <see cref="DecisionPoint.Name"/>.</param>
internal sealed record Deviation(Type Class, IReadOnlyList<string> Points)
{
    /// <summary>Answers in place of the class; null lets the class answer.</summary>
    public Action<IInvocation>? Answer { get; init; }

    /// <summary>The class that stands for the topic.</summary>
    public Type Topic => RuleTopic.TopicOf(Class);

    /// <summary>As a subclass decides.</summary>
    public static Deviation By(Type subclass) => new(subclass, [.. DecisionPoint.OverriddenBy(subclass).Select(point => point.Name)]);
}
