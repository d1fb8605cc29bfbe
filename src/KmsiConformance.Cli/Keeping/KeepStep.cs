using System.Globalization;
using KmsiConformance.Cli.Output;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.Trends;

namespace KmsiConformance.Cli.Keeping;

/// <summary>Says what goes, asks, and removes it.</summary>
internal static class KeepStep
{
    /// <summary>Keeps the newest runs of each kind.</summary>
    /// <param name="isAnswered">Whether the command line answers with yes.</param>
    /// <returns>An exit code.</returns>
    /// <exception cref="UserErrorException">The answer is no, or nobody can be asked.</exception>
    public static int Do(RunShelf shelf, int newest, bool isAnswered, CancellationToken cancellation)
    {
        var plan = KeepPlan.Of(shelf, newest);
        foreach (var (name, why) in plan.Left) Console.WriteLine($"left    {SafeText.OneLine(name)}: {SafeText.OneLine(why)}");
        foreach (var folder in plan.Removed) Console.WriteLine($"remove  {SafeText.OneLine(folder.Name)}  {Line(folder)}");
        var kept = $"{Runs(plan.Kept)} below {shelf.Folder}: the newest {newest} of each target, profile and browser, and the last "
            + "conformant";
        if (plan.Removed.Count == 0)
        {
            Console.WriteLine($"Nothing to remove. Kept are {kept}.");
            return ExitCodes.Conformant;
        }

        Console.WriteLine($"Kept are {kept}.");
        Ask($"{Runs(plan.Removed.Sum(folder => folder.Runs.Count))}, {Bytes(plan.Removed.Sum(folder => folder.Size()))}, will be removed "
            + "for good.", isAnswered);
        return Remove(plan.Removed, cancellation);
    }

    private static int Remove(IReadOnlyList<KeptFolder> folders, CancellationToken cancellation)
    {
        var (runs, freed, code) = (0, 0L, ExitCodes.Conformant);
        foreach (var folder in folders)
        {
            cancellation.ThrowIfCancellationRequested();
            var size = folder.Size();
            try
            {
                // It may have been taken up again while somebody thought about the answer.
                if (folder.WhyNot() is { } why)
                {
                    Console.WriteLine($"left    {SafeText.OneLine(folder.Name)}: {SafeText.OneLine(why)}");
                    continue;
                }

                folder.Remove();
                (runs, freed) = (runs + folder.Runs.Count, freed + size);
            }
            catch (Exception stuck) when (stuck is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{folder.Path} could not be removed, or not all of it: {stuck.Message} Remove it by hand.");
                code = ExitCodes.Infrastructure;
            }
        }

        Console.WriteLine($"Removed {Runs(runs)}: {Bytes(freed)} are free.");
        return code;
    }

    private static void Ask(string what, bool isAnswered)
    {
        if (isAnswered) return;
        if (Console.IsInputRedirected) throw new UserErrorException($"{what} Nothing was removed yet. Say --yes where that is meant.");
        Console.Error.Write($"{what} Go on? [y/N] ");
        if (Console.ReadLine()?.Trim().ToUpperInvariant() is not ("Y" or "YES")) throw new UserErrorException("Nothing was removed.");
    }

    private static string Line(KeptFolder folder) =>
        SafeText.OneLine(string.Join("; ", folder.Runs.Select(run => $"{Wording.Utc(run.StartedUtc)}, {run.Kind}: {run.Outcome.Word}")))
        + $"  {Bytes(folder.Size())}";

    private static string Runs(int count) => count == 1 ? "1 run" : $"{count} runs";

    private static string Bytes(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} bytes",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000.0:0.0} GB"),
    };
}
