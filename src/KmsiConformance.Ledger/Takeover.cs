using System.Text.Json;

namespace KmsiConformance.Ledger;

/// <summary>Takes over into a run what another one has seen.</summary>
/// <param name="from">The other.</param>
/// <param name="scenarios">Those of which something is taken over; null for all.</param>
internal sealed class Takeover(RunFolder from, IReadOnlySet<string>? scenarios)
{
    // Pictures of scenarios that are not taken over.
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Appends its events and copies its evidence.</summary>
    /// <returns>The scenarios of which there were events; none where all are taken over unseen.</returns>
    public IReadOnlySet<string> Into(RunFolder run)
    {
        if (File.Exists(from.EventsFile)) Events(run);
        if (!Directory.Exists(from.EvidenceFolder)) return _taken;
        foreach (var file in Directory.EnumerateFiles(from.EvidenceFolder))
        {
            if (!_leftOut.Contains(Path.GetFileName(file))) File.Copy(file, Free(run, Path.GetFileName(file)));
        }

        return _taken;
    }

    private void Events(RunFolder run)
    {
        using var into = LineFile.Open(run.EventsFile, goesOn: true);
        if (scenarios is null)
        {
            using var all = new FileStream(from.EventsFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            all.CopyTo(into);
            return;
        }

        // A last line without its end is cut where the next one is written, and is of no scenario that has a result.
        using var lines = new StreamWriter(into);
        foreach (var line in File.ReadLines(from.EventsFile))
        {
            var (scenario, picture) = Read(line);
            if (scenario is not null && scenarios.Contains(scenario))
            {
                lines.WriteLine(line);
                _taken.Add(scenario);
            }
            else if (picture is not null) _leftOut.Add(picture);
        }
    }

    private static (string? Scenario, string? Picture) Read(string line)
    {
        try
        {
            using var seen = JsonDocument.Parse(line);
            return (Text("scenario"), Text("type") == "screenshot" ? Path.GetFileName(Text("file")) : null);

            string? Text(string name) =>
                seen.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    // What a product has said is called the same in every run.
    private string Free(RunFolder run, string name)
    {
        var plain = Path.Combine(run.EvidenceFolder, name);
        return File.Exists(plain) ? Path.Combine(run.EvidenceFolder, $"{Path.GetFileName(from.Path)}-{name}") : plain;
    }
}
