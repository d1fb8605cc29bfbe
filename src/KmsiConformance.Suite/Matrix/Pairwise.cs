namespace KmsiConformance.Suite.Matrix;

/// <summary>
/// Takes few of many combinations, so that every two values of two axes still meet wherever they may. Most defects that need a
/// combination need one of two things; all of three and more grow faster than anybody can wait.
/// </summary>
internal static class Pairwise
{
    /// <summary>
    /// The combinations to play: each time the one that shows most pairs not shown yet; among equals the one whose values were
    /// taken least, and the first of those. The same combinations give the same choice.
    /// </summary>
    /// <param name="all">All that may be, in order.</param>
    public static IReadOnlyList<Combination> Of(IReadOnlyList<Combination> all)
    {
        var pairs = all.Select(Pairs).ToList();
        var open = pairs.SelectMany(shown => shown).ToHashSet();
        var taken = new SortedSet<int>();
        var used = new Dictionary<(Axis, AxisValue), int>();
        while (open.Count > 0)
        {
            var best = Enumerable.Range(0, all.Count).MaxBy(
                place => (pairs[place].Count(open.Contains), -all[place].Choices.Sum(choice => used.GetValueOrDefault(choice))));
            taken.Add(best);
            foreach (var choice in all[best].Choices) used[choice] = used.GetValueOrDefault(choice) + 1;
            open.ExceptWith(pairs[best]);
        }

        return [.. taken.Select(place => all[place])];
    }

    // A single axis has no pairs: its values stand for themselves.
    private static List<(string, string, string, string)> Pairs(Combination combination)
    {
        var choices = combination.Choices;
        return choices.Count == 1
            ? [(choices[0].Axis.Name, choices[0].Value.Text, "", "")]
            :
            [
                .. from first in choices.Index()
                   from second in choices.Skip(first.Index + 1)
                   select (first.Item.Axis.Name, first.Item.Value.Text, second.Axis.Name, second.Value.Text),
            ];
    }
}
