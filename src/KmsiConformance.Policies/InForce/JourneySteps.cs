using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>All steps that a policy can run, those of sub journeys included.</summary>
internal static class JourneySteps
{
    /// <summary>The steps of the default journey; of every journey when the policy names none.</summary>
    public static IReadOnlyList<JourneyStep> Of(MergedPolicy policy)
    {
        var waiting = new Queue<JourneyStep>(policy.DefaultJourney is not null
            ? policy.Steps
            : policy.Blocks.All("UserJourney").SelectMany(j => JourneyStep.Read(j, _ => { })));
        var steps = new List<JourneyStep>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var step))
        {
            steps.Add(step);
            foreach (var id in step.SubJourneys)
            {
                if (!seen.Add(id) || policy.Blocks.Find("SubJourney", id) is not { } sub) continue;
                foreach (var inner in JourneyStep.Read(sub, _ => { })) waiting.Enqueue(inner);
            }
        }

        return steps;
    }
}
