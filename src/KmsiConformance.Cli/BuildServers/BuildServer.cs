using System.Text;
using KmsiConformance.Cli.Output;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.CodeQuality;
using KmsiConformance.Reporting.Markdown;

namespace KmsiConformance.Cli.BuildServers;

/// <summary>
/// What a finished run tells the build server under which it runs, so that a failure stands where people look: beside the line, in the
/// summary of the job, in the merge request. Which server it is, the environment says.
/// </summary>
/// <param name="environment">The value of a variable; null for one that is not set.</param>
/// <param name="output">Where the server reads along.</param>
internal sealed class BuildServer(Func<string, string?> environment, TextWriter output)
{
    /// <summary>The most that GitHub takes of all that one step says.</summary>
    public const int MostOfSummary = 1024 * 1024;

    /// <summary>The one that this process runs under, if any.</summary>
    public static BuildServer Here() => new(Environment.GetEnvironmentVariable, SafeConsole.Commands);

    /// <summary>Tells it of a run.</summary>
    /// <param name="written">The reports that were written and named already.</param>
    public async Task TellAsync(RunFolder folder, IReadOnlyList<IReporter> written, CancellationToken cancellation)
    {
        var findings = new Lazy<IReadOnlyList<Finding>>(
            () => [.. Finding.Of(folder.ReadRun()).Where(finding => !finding.IsKnown)]);
        var stales = new Lazy<IReadOnlyList<string>>(() => folder.ReadRun().Baseline?.OutOfDate ?? []);
        if (string.Equals(Of("GITHUB_ACTIONS"), "true", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var command in WorkflowCommands.Of(findings.Value)) await output.WriteLineAsync(command);
            foreach (var stale in stales.Value) await output.WriteLineAsync(WorkflowCommands.OfBaseline(stale));
        }

        var needed = Needed().Where(one => written.All(report => report.Name != one.Name)).ToList();
        foreach (var reporter in needed)
        {
            await reporter.WriteAsync(folder, cancellation);
            Console.WriteLine($"Report: {reporter.FileIn(folder)}");
        }

        if (Of("GITHUB_STEP_SUMMARY") is { } summary) await AppendAsync(folder, summary, cancellation);
        if (Of("TF_BUILD") is null) return;
        foreach (var stale in stales.Value) await output.WriteLineAsync(PipelineCommands.OfBaseline(stale));
        foreach (var command in PipelineCommands.Of(findings.Value, folder.MarkdownFile)) await output.WriteLineAsync(command);
    }

    private IEnumerable<IReporter> Needed()
    {
        if (Of("GITLAB_CI") is not null) yield return new CodeQualityReporter();
        if ((Of("GITHUB_STEP_SUMMARY") ?? Of("TF_BUILD")) is not null) yield return new MarkdownReporter();
    }

    // Of a summary that is too long GitHub shows nothing at all, and other steps of the same script may have written before.
    private static async Task AppendAsync(RunFolder folder, string summary, CancellationToken cancellation)
    {
        var text = "\n" + await File.ReadAllTextAsync(folder.MarkdownFile, cancellation);
        var written = new FileInfo(summary) is { Exists: true } there ? there.Length : 0;
        if (written + Encoding.UTF8.GetByteCount(text) > MostOfSummary)
        {
            text = $"\nThe summary of {MarkdownText.Code(folder.Path)} is left out: GitHub shows 1 MiB at most.\n";
            if (written + Encoding.UTF8.GetByteCount(text) > MostOfSummary) return;
        }

        try
        {
            // Whoever reads a pipe may never come; opened for both, it opens at once.
            await using var file = new FileStream(summary, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (!file.CanSeek) throw new IOException("It is no ordinary file.");
            file.Seek(0, SeekOrigin.End);
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The run is over and written: what a server does not take changes nothing of it.
            Console.Error.WriteLine($"GITHUB_STEP_SUMMARY names {summary}, which cannot be written to: {refused.Message} The summary is "
                + $"{folder.MarkdownFile}.");
        }
    }

    private string? Of(string variable) => environment(variable) is { Length: > 0 } value ? value : null;
}
