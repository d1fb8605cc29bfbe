using KmsiConformance.Probing.FirstFile;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi probe ADDRESS</c> where the address is a page of a site that speaks no protocol.</summary>
/// <param name="first">The file that is to be written.</param>
/// <param name="path">Where.</param>
internal sealed class ProbeSite(FirstSiteFile first, string path)
{
    /// <summary>Signs somebody in, with the box and without, and writes the file by what was seen.</summary>
    /// <exception cref="TargetException">No sign-in page is found, or nobody is let in: nothing is written.</exception>
    public async Task<int> RunAsync(bool yes, PreflightRequest request, ScenarioSuite suite, CancellationToken cancellation)
    {
        var seen = await LookAsync(yes, request, suite, cancellation);
        if (seen.Problem is { } problem)
            throw new TargetException(
                $"Nothing is written: {problem}. Give the address of a page that needs a sign-in, or of the sign-in page itself; 'kmsi "
                + "recipe try' shows what the recipe finds there.");
        await File.WriteAllTextAsync(path, first.Text(seen), cancellation);
        _ = new TargetFileReader(suite).Read(path);
        Console.WriteLine($"Written: {path}");
        Console.WriteLine($"Next: read it through, then kmsi probe --target {path}");
        return ExitCodes.Conformant;
    }

    // By a file that is there only as long as somebody looks: recipes are named relative to its folder.
    private async Task<SeenSession> LookAsync(bool yes, PreflightRequest request, ScenarioSuite suite, CancellationToken cancellation)
    {
        var provisional = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.yaml");
        try
        {
            await File.WriteAllTextAsync(provisional, first.Text(null), cancellation);
            var file = new TargetFileReader(suite).Read(provisional);
            RealServiceQuestion.Ask(file, yes);
            return await FirstLook.RunAsync(file, request, suite, cancellation);
        }
        finally
        {
            File.Delete(provisional);
        }
    }
}
