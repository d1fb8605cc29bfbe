using System.Reflection;
using Castle.DynamicProxy;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Decisions;

/// <summary>Makes one object of all that deviates in a topic.</summary>
internal static class Deviations
{
    private static readonly ProxyGenerator Generator = new();

    /// <summary>The topics that are decided otherwise, one object for each.</summary>
    /// <param name="all">No two of them may decide the same point.</param>
    public static IEnumerable<RuleTopic> Topics(IEnumerable<Deviation> all, Readings readings) =>
        all.GroupBy(deviation => deviation.Topic).Select(topic => Together([.. topic], readings));

    /// <summary>A topic whose every decision passes through somebody's hands.</summary>
    public static RuleTopic Topic(Type type, Readings readings, IInterceptor hands) =>
        WithReadings((RuleTopic)Generator.CreateClassProxy(type, hands), readings);

    private static RuleTopic Together(IReadOnlyList<Deviation> deviations, Readings readings)
    {
        if (deviations is [{ Answer: null } alone]) return WithReadings((RuleTopic)Activator.CreateInstance(alone.Class)!, readings);
        var parts = new List<RuleTopic>();
        foreach (var deviation in deviations) parts.Add(Topic(deviation.Class, readings, new Part(deviation, deviations, parts)));
        return parts[0];
    }

    private static RuleTopic WithReadings(RuleTopic topic, Readings readings)
    {
        typeof(RuleTopic).GetProperty(nameof(RuleTopic.Readings))!.SetValue(topic, readings);
        return topic;
    }

    // One of several that make up a topic: what another one decides it leaves to that one, also when it asks itself.
    private sealed class Part(Deviation own, IReadOnlyList<Deviation> deviations, List<RuleTopic> parts) : IInterceptor
    {
        public void Intercept(IInvocation invocation)
        {
            var point = new DecisionPoint(own.Topic, invocation.Method).Name;
            var decides = deviations.FirstOrDefault(deviation => deviation.Points.Contains(point));
            if (decides is null || (decides == own && own.Answer is null)) invocation.Proceed();
            else if (decides == own) own.Answer!(invocation);
            else invocation.ReturnValue = invocation.Method.Invoke(
                parts[deviations.ToList().IndexOf(decides)], BindingFlags.DoNotWrapExceptions, null, invocation.Arguments, null);
        }
    }
}
