using KmsiConformance.Clocks;
using KmsiConformance.Probing.FirstFile;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary>Looks at a sign-in of a target that was not described before, and writes its file by what was seen.</summary>
internal static class FirstLook
{
    /// <summary>Signs somebody in there, in real time, with the box and without.</summary>
    /// <param name="path">The file that is to be written; it is there only once something was seen.</param>
    /// <param name="text">Its text, by what was seen; null before anything was.</param>
    /// <param name="mend">What may be wrong where nobody is let in, as sentences.</param>
    /// <exception cref="TargetException">No sign-in page is found, or nobody is let in: nothing is written.</exception>
    public static async Task WriteAsync(
        string path, Func<SeenSession?, string> text, string mend, bool yes, PreflightRequest request, ScenarioSuite suite,
        CancellationToken cancellation)
    {
        // Recipes are named relative to the file's folder.
        var provisional = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.yaml");
        SeenSession seen;
        try
        {
            await File.WriteAllTextAsync(provisional, text(null), cancellation);
            var file = new TargetFileReader(suite).Read(provisional) with { Name = Path.GetFileNameWithoutExtension(path) };
            RealServiceQuestion.Ask(file, yes);
            seen = await RunAsync(file, request, suite, cancellation);
        }
        finally
        {
            File.Delete(provisional);
        }

        if (seen.Problem is { } problem) throw new TargetException($"Nothing is written: {problem}. {mend}");
        await File.WriteAllTextAsync(path, text(seen), cancellation);
        _ = new TargetFileReader(suite).Read(path);
    }

    private static async Task<SeenSession> RunAsync(
        TargetFile file, PreflightRequest request, ScenarioSuite suite, CancellationToken cancellation)
    {
        await using var kind = new RemoteTargetKind(file);
        var preflight = await PreflightStep.RunAsync(request with { Clock = ClockMode.Real }, cancellation);
        await kind.PrepareAsync(null, Console.Error.WriteLine, cancellation);
        return await SeenSession.LookAsync(file, preflight.Worlds(suite, kind, null, RunOptions.StandardStepLimit), cancellation);
    }
}
