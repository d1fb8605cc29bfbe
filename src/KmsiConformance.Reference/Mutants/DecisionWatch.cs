using System.Collections;
using System.Collections.Concurrent;
using Castle.DynamicProxy;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Decisions;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Mutants;

/// <summary>
/// Watches what one service decides, and notes which mutants would have decided otherwise: all others make no difference to
/// what is played there. The service itself decides as ever.
/// </summary>
public sealed class DecisionWatch
{
    private readonly ConcurrentDictionary<string, byte> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _different = new(StringComparer.Ordinal);

    /// <summary>The decisions that were asked for.</summary>
    public IEnumerable<string> Points => _asked.Keys;

    /// <summary>The mutants that would have decided otherwise, at least once.</summary>
    public IEnumerable<string> Different => _different.Keys;

    /// <summary>All topics of a product, watched.</summary>
    internal IEnumerable<RuleTopic> Topics(Readings readings) => MutantList.TopicsOf(readings.Product)
        .Select(topic => Deviations.Topic(topic, readings, new Eye(this, topic)));

    private sealed class Eye(DecisionWatch watch, Type topic) : IInterceptor
    {
        private readonly Dictionary<string, (string Mutant, Func<Asked, object?> Turn)[]> _turns = DecisionPoint.Of(topic).ToDictionary(
            point => point.Name, point => MutantList.Of(point).Select(mutant => (mutant.Name, mutant.Change.Begin())).ToArray(),
            StringComparer.Ordinal);

        public void Intercept(IInvocation invocation)
        {
            var point = new DecisionPoint(topic, invocation.Method).Name;
            watch._asked.TryAdd(point, 0);
            var asked = new Asked(invocation);
            foreach (var (mutant, turn) in _turns.GetValueOrDefault(point, []))
            {
                if (!watch._different.ContainsKey(mutant) && !AreSame(asked.Decided, turn(asked))) watch._different.TryAdd(mutant, 0);
            }

            invocation.ReturnValue = asked.Decided;
        }

        private static bool AreSame(object? one, object? other) => (one, other) switch
        {
            (string, string) or (null, _) or (_, null) => Equals(one, other),
            (IEnumerable all, IEnumerable others) => all.Cast<object?>().SequenceEqual(others.Cast<object?>()),
            _ => Equals(one, other),
        };
    }
}
