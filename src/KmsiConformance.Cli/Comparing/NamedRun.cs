using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Comparing;

/// <summary>Run folders that somebody named.</summary>
internal static class NamedRun
{
    /// <summary>The folder of one run.</summary>
    /// <exception cref="UserErrorException">It is none; the message says what it is, and what was expected.</exception>
    public static RunFolder Find(string named)
    {
        var folder = new RunFolder(named);
        if (File.Exists(folder.Path))
            throw new UserErrorException($"{folder.Path} is a file. Expected the folder of a run: name the folder that it lies in.");
        if (!Directory.Exists(folder.Path))
            throw new UserErrorException(
                $"{folder.Path} is not there. Expected the folder of a run, as 'kmsi run' leaves one below reports/ or where --out says.");
        if (File.Exists(folder.RunFile)) return folder;
        var below = Directory.EnumerateDirectories(folder.Path).Where(path => File.Exists(new RunFolder(path).RunFile))
            .Select(Path.GetFileName).Order(StringComparer.Ordinal).Take(5).ToList();
        throw new UserErrorException(
            File.Exists(folder.AgreementFile)
                ? $"{folder.Path} holds runs of several browsers. Expected the folder of one run: name one of {string.Join(", ", below)} "
                    + "below it."
            : below.Count > 0
                ? $"{folder.Path} has no run.json: it is not a run folder, but has some below it. Expected the folder of one run, such as "
                    + $"{string.Join(", ", below)}."
            : $"{folder.Path} has no run.json: it is not a run folder. Expected one as 'kmsi run' leaves it: name another, or run again.");
    }

    /// <summary>The folder of one run that is no share of a queue.</summary>
    /// <exception cref="UserErrorException">It is none, or is a share.</exception>
    public static RunFolder FindWhole(string named)
    {
        var folder = Find(named);
        CheckIsWhole(folder.Path, folder.ReadRun());
        return folder;
    }

    /// <summary>Refuses what one worker took from a queue: what it has is chance, and says nothing of what it has not.</summary>
    /// <exception cref="UserErrorException">It is a share.</exception>
    public static void CheckIsWhole(string path, RunRecord run)
    {
        if (run.Plan?.Queue is { } queue)
            throw new UserErrorException(
                $"{path} is a share of queue {queue.Name}. Expected a run: make one of all workers' with 'kmsi merge', and name that.");
    }

    /// <summary>Whether both are one folder, by whatever names and links.</summary>
    public static bool IsSame(RunFolder one, RunFolder other) => Place(one) == Place(other);

    private static string Place(RunFolder folder) => Path.TrimEndingDirectorySeparator(
        new DirectoryInfo(folder.Path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.Path);
}
