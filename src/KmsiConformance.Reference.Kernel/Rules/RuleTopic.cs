using KmsiConformance.Policies;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>
/// Decisions about one topic, as the documents make them under a dated reading. A fault is a subclass that makes one of
/// them otherwise.
/// </summary>
public abstract class RuleTopic
{
    /// <summary>The dated reading by which it decides.</summary>
    public Readings Readings { get; init; } = Readings.Undecided;

    /// <summary>The class that stands for the topic: the one that faults derive from.</summary>
    internal Type Topic => TopicOf(GetType());

    /// <summary>The class that stands for the topic of a class.</summary>
    internal static Type TopicOf(Type topic)
    {
        while (topic.BaseType != typeof(RuleTopic)) topic = topic.BaseType!;
        return topic;
    }
}
