namespace KmsiConformance.Reporting.Timelines;

/// <summary>Chooses which of the axis's places are labelled, so that no label runs into another.</summary>
internal static class TimelineTicks
{
    private const double LetterWidth = 6.2;
    private const double Between = 10;

    /// <summary>All ticks; the first and the last are always labelled, the others where there is room.</summary>
    public static IReadOnlyList<TimelineTick> Of(IEnumerable<(double X, string Label)> places, double width)
    {
        var all = places.ToList();
        var taken = new List<(double From, double To)>();
        var labelled = new HashSet<int>();
        foreach (var i in Enumerable.Range(1, Math.Max(0, all.Count - 2)).Prepend(all.Count - 1).Prepend(0).Distinct())
        {
            if (i < 0 || i >= all.Count) continue;
            var (from, to) = Extent(all[i].X, all[i].Label, width);
            if (taken.Any(other => from < other.To + Between && other.From < to + Between)) continue;
            taken.Add((from, to));
            labelled.Add(i);
        }
        return [.. all.Select((place, i) => new TimelineTick(place.X, labelled.Contains(i) ? place.Label : null))];
    }

    /// <summary>A label stands to the right of its tick, or to the left where the drawing ends.</summary>
    public static bool StandsLeft(double x, string label, double width) => x + 3 + (label.Length * LetterWidth) > width;

    private static (double From, double To) Extent(double x, string label, double width)
    {
        var letters = label.Length * LetterWidth;
        return StandsLeft(x, label, width) ? (x - 3 - letters, x - 3) : (x + 3, x + 3 + letters);
    }
}
