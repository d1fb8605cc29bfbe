using System.Globalization;
using System.Text;
using KmsiConformance.Ledger;

namespace KmsiConformance.Bench.Reports;

/// <summary>Makes a run of as many scenarios as are wanted of one that was made: its own again and again, under other ids.</summary>
internal static class LargeRun
{
    private const string Mark = "\"scenario\":\"";

    /// <summary>Writes the run; its pictures are left out.</summary>
    /// <param name="from">A run that was made.</param>
    /// <param name="into">A folder that is not there.</param>
    /// <param name="count">How many scenarios it is to have.</param>
    public static RunFolder Write(RunFolder from, string into, int count)
    {
        var folder = RunFolder.Create(into);
        var run = from.ReadRun();
        var rounds = (count + run.Scenarios.Count - 1) / run.Scenarios.Count;
        var scenarios = Enumerable.Range(1, rounds)
            .SelectMany(round => run.Scenarios.Select(scenario => scenario with { Id = Id(scenario.Id, round) })).Take(count).ToList();
        var ids = scenarios.Select(scenario => scenario.Id).ToHashSet(StringComparer.Ordinal);
        folder.WriteRun((run with
        {
            Requirements = [.. run.Requirements.Select(requirement => requirement with
            {
                Scenarios = [.. Enumerable.Range(1, rounds).SelectMany(round => requirement.Scenarios.Select(id => Id(id, round)))
                    .Where(ids.Contains)],
            })],
        }).With(scenarios));
        if (File.Exists(from.ScenariosFile)) File.Copy(from.ScenariosFile, folder.ScenariosFile);

        using var events = new StreamWriter(folder.EventsFile, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        events.NewLine = "\n";
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var line in File.ReadLines(from.EventsFile))
            {
                if (line.StartsWith("{\"type\":\"screenshot\"", StringComparison.Ordinal)) continue;
                var at = line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
                var end = line.IndexOf('"', at);
                var id = Id(line[at..end], round);
                if (ids.Contains(id)) events.WriteLine(string.Concat(line.AsSpan(0, at), id, line.AsSpan(end)));
            }
        }

        return folder;
    }

    // Not beside the first one, with which it would be compressed to nothing.
    private static string Id(string id, int round) =>
        round == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"again-{round}/{id}");
}
