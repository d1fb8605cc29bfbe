using FsCheck;
using FsCheck.Fluent;
using KmsiConformance.Exploring.Journeys;

namespace KmsiConformance.Exploring.Shrinking;

/// <summary>Simpler journeys than one that shows something. What is simpler is FsCheck's to say, from numbers alone.</summary>
internal static class Shrinker
{
    private static readonly Arbitrary<Gene[]> Acts = ArbMap.Default.ArbFor<Gene[]>();
    private static readonly Arbitrary<Gene> One = ArbMap.Default.ArbFor<Gene>();

    /// <summary>Journeys that are simpler by one step, those that are shorter first; none that is the same in other numbers.</summary>
    public static IEnumerable<Journey> Simpler(Journey journey)
    {
        var genome = journey.Genome;
        var shorter = Acts.Shrinker(genome.Acts).Select(acts => genome with { Acts = acts });
        var plainer = One.Shrinker(genome.Settings).Select(settings => genome with { Settings = settings });
        return Halves(genome).Concat(shorter).Concat(plainer)
            .Where(simpler => simpler.Acts.All(IsGene) && IsGene(simpler.Settings))
            .Select(simpler => Journey.Of(journey.Ground, simpler))
            .Where(simpler => simpler.IsJudged && simpler.Acts.Count <= journey.Acts.Count && !IsSame(simpler, journey));
    }

    // The library takes one act at a time; most of a long journey has nothing to do with what it shows.
    private static IEnumerable<Genome> Halves(Genome genome)
    {
        for (var size = genome.Acts.Length / 2; size > 1; size /= 2)
        {
            for (var start = 0; start + size <= genome.Acts.Length; start += size)
                yield return genome with { Acts = [.. genome.Acts[..start], .. genome.Acts[(start + size)..]] };
        }
    }

    private static bool IsGene(Gene gene) => gene is { Kind: >= 0, App: >= 0, User: >= 0, Variant: >= 0 };

    private static bool IsSame(Journey one, Journey other) =>
        one.Documents.Settings == other.Documents.Settings && one.Acts.Select(act => act.Act).SequenceEqual(other.Acts.Select(act => act.Act));
}
