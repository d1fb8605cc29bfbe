using KmsiConformance.Reporting;

namespace KmsiConformance.Tests.Reporting;

/// <summary>Reports as they stand in the folder.</summary>
internal static class Written
{
    /// <summary>What a reporter writes of a run.</summary>
    public static async Task<string> ByAsync(IReporter reporter, SampleRun run)
    {
        await reporter.WriteAsync(run.Folder, CancellationToken.None);
        return await File.ReadAllTextAsync(reporter.FileIn(run.Folder));
    }

    /// <summary>What the reporter of this name writes.</summary>
    public static Task<string> ByAsync(string name, SampleRun run) => ByAsync(Reporters.Named([name]).Single(), run);
}
