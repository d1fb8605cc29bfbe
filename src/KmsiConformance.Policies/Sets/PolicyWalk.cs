using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.Sets;

/// <summary>A policy that was read and merged with its bases.</summary>
/// <param name="IsFinal">
/// Whether applications can name it, or it is an extension that nothing extends. A base alone waits for what extends it.
/// </param>
public sealed record VisitedPolicy(PolicyNode Node, PolicyFile File, MergedPolicy Merged, bool IsFinal);

/// <summary>
/// Reads a set from its bases outwards. At any time only one chain is in memory: a base is read once, however many
/// policies extend it, and forgotten when they are done.
/// </summary>
public sealed class PolicyWalk(PolicyFamily family)
{
    private readonly List<PolicyException> _unreadable = [];

    /// <summary>Files that could not be read on the way. What extends them was visited without them.</summary>
    public IReadOnlyList<PolicyException> Unreadable => _unreadable;

    /// <summary>The policies of the set; each after its base.</summary>
    public IEnumerable<VisitedPolicy> Visit()
    {
        var waiting = new Stack<(PolicyNode Node, MergedPolicy? Below, bool IsComplete)>();
        foreach (var root in family.Roots.Reverse()) waiting.Push((root, null, root.BaseState == BaseState.None));
        while (waiting.TryPop(out var next))
        {
            var merged = next.Below;
            var read = Read(next.Node.Header.File);
            if (read is not null)
            {
                merged = merged is null ? MergedPolicy.Begin(read, next.IsComplete) : merged.ExtendedBy(read, next.IsComplete);
                yield return new VisitedPolicy(
                    next.Node, read, merged, read.IsForRelyingParties || (read.BasePolicy is not null && next.Node.Extensions.Count == 0));
            }

            for (var i = next.Node.Extensions.Count - 1; i >= 0; i--)
                waiting.Push((next.Node.Extensions[i], merged, next.IsComplete && read is not null));
        }
    }

    private PolicyFile? Read(string file)
    {
        try
        {
            return PolicyFile.From(PolicyXml.Load(file));
        }
        catch (PolicyException problem)
        {
            _unreadable.Add(problem);
            return null;
        }
    }
}
