using KmsiConformance.Model;

namespace KmsiConformance.Exploring.Journeys;

/// <summary>
/// Invents journeys: at random, but of several acts that could come next it takes the one that asks, or leads to, what the login
/// endpoint was asked least. What it invents depends on the seed and on nothing that a target does: the same seed gives the same
/// journeys.
/// </summary>
/// <param name="ground">Where they are played.</param>
/// <param name="seed">Where chance begins.</param>
public sealed class Guide(Ground ground, int seed)
{
    private const int Choices = 8;
    private const int LongestJourney = 30;

    private int _invented;

    /// <summary>What was walked through so far.</summary>
    public Coverage Coverage { get; } = new();

    /// <summary>The next journey; something is judged in it.</summary>
    public Journey Next()
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            if (Any() is { IsJudged: true } journey) return journey;
        }

        throw new InvalidOperationException($"No journey can be judged by {ground.Profile}.");
    }

    private Journey Any()
    {
        // Chance for tests: nobody gains by foreseeing it.
        var chance = new Random(unchecked(seed * 1_000_003 + ++_invented));
        var settings = Any(chance);
        var journey = new Journey(ground, ground.Under(settings), settings, []);
        var acts = new List<Played>();
        var length = chance.Next(8, LongestJourney + 1);
        for (var turn = 0; turn < length; turn++)
        {
            var belief = acts.Count == 0 ? Belief.Beginning : acts[^1].Foreseen.After;
            var possible = Enumerable.Range(0, Choices).Select(_ => journey.Next(belief, Any(chance))).OfType<Played>().ToList();
            if (possible.MinBy(played => Coverage.Wear(journey, belief, played)) is not { } next) continue;
            Coverage.Add(journey, belief, acts.LastOrDefault(), next);
            acts.Add(next);
        }

        return journey with { Acts = acts };
    }

    private static Gene Any(Random chance) =>
        new(chance.Next(Possible.KindCount * 32), chance.Next(60), chance.Next(60), chance.Next(240));
}
