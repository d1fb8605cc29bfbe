using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>
/// The pictures of a run. A credential page looks the same in a hundred scenarios: of equal pictures the report carries one.
/// </summary>
/// <param name="folder">The run folder's path.</param>
/// <param name="areInside">Whether the report carries them; otherwise it names their files.</param>
internal sealed class Pictures(string folder, bool areInside)
{
    /// <summary>How many bytes of pictures a report carries at most where nobody says otherwise.</summary>
    public const long Most = 10_000_000;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<Picture> _waiting = [];

    /// <summary>How a picture is shown.</summary>
    public Shot Of(ScreenshotTaken taken)
    {
        var picture = Picture.Of(taken, folder);
        if (picture.Id is { } id && areInside && _known.Add(id)) _waiting.Add(picture);
        return new(picture.Caption, picture.Problem)
        {
            Id = areInside ? picture.Id : null, Address = areInside ? null : picture.Address,
            Width = picture.Width, Height = picture.Height,
        };
    }

    /// <summary>Those that were asked for since the last time, and for the first time.</summary>
    public IReadOnlyList<Picture> Taken()
    {
        IReadOnlyList<Picture> taken = [.. _waiting];
        _waiting.Clear();
        return taken;
    }

    /// <summary>Whether all pictures together are small enough for a report.</summary>
    public static bool Fit(string folder, IEnumerable<ScreenshotTaken> all)
    {
        var (known, length) = (new HashSet<string>(StringComparer.Ordinal), 0L);
        foreach (var picture in all.Select(taken => Picture.Of(taken, folder)))
        {
            if (picture.Id is { } id && known.Add(id)) length += picture.Length;
            if (length > Most) return false;
        }

        return true;
    }
}

/// <summary>A picture of a scenario.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Problem">Why it cannot be shown; null where it can.</param>
internal sealed record Shot(string Caption, string? Problem)
{
    /// <summary>The block that holds it; null where the report holds none.</summary>
    public string? Id { get; init; }

    /// <summary>Where its file is, seen from the report; null where the report holds it.</summary>
    public string? Address { get; init; }

    /// <summary>In pixels; null when unknown.</summary>
    public int? Width { get; init; }

    /// <summary>In pixels; null when unknown.</summary>
    public int? Height { get; init; }
}
