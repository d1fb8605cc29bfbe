using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Html;

/// <summary>
/// All pictures of a run. A credential page looks the same in a hundred scenarios: equal pictures are carried once and
/// drawn wherever they belong.
/// </summary>
public sealed class Album
{
    private readonly Dictionary<string, ILookup<int, Picture>> _byScenario = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Picture> _sheet = new(StringComparer.Ordinal);

    private Album()
    {
    }

    /// <summary>The pictures that are drawn from one place, each once.</summary>
    public IReadOnlyCollection<Picture> Sheet => _sheet.Values;

    /// <summary>Reads the pictures of a run.</summary>
    public static Album Of(RunReading reading)
    {
        var album = new Album();
        foreach (var scenario in reading.Run.Scenarios)
        {
            album._byScenario[scenario.Id] = reading.EventsOf(scenario).OfType<ScreenshotTaken>()
                .ToLookup(shot => shot.Step, shot => album.Kept(Picture.Of(shot, reading.Folder)));
        }

        return album;
    }

    /// <summary>The pictures of a scenario by step number; 0 holds those before the first step.</summary>
    public ILookup<int, Picture> Of(ScenarioRecord scenario) => _byScenario[scenario.Id];

    // Only the first of equal pictures stays in memory with its content.
    private Picture Kept(Picture picture)
    {
        if (picture.Id is not { } id) return picture;
        _sheet.TryAdd(id, picture);
        return picture with { Source = _sheet[id].Source };
    }
}
