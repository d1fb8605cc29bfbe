using System.Security.Cryptography;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Suite;

namespace KmsiConformance.Cli;

/// <summary>A run that was interrupted and goes on, with the scenarios that it was begun with.</summary>
internal sealed class ResumedRun : IDisposable
{
    private readonly KeptScenarios _kept;

    private readonly IDisposable _held;

    private ResumedRun(RunFolder folder, RunRecord run, PlanRecord plan, KeptScenarios kept, IDisposable held) =>
        (Folder, Run, Plan, _kept, _held) = (folder, run, plan, kept, held);

    public RunFolder Folder { get; }

    /// <summary>What is known of it.</summary>
    public RunRecord Run { get; }

    public PlanRecord Plan { get; }

    public ScenarioSuite Suite => _kept.Suite;

    /// <summary>Opens a run folder.</summary>
    /// <exception cref="UserErrorException">The run cannot go on.</exception>
    /// <exception cref="FileNotFoundException">It is no run folder.</exception>
    public static ResumedRun Open(string path)
    {
        var folder = new RunFolder(path);
        if (File.Exists(folder.AgreementFile))
            throw new UserErrorException($"{folder.Path} holds runs of several browsers. Name the folder of one of them.");
        if (!File.Exists(folder.RunFile)) folder.ReadRun();
        var held = Hold(folder);
        try
        {
            return Open(folder, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static ResumedRun Open(RunFolder folder, IDisposable held)
    {
        var run = folder.ReadRun();
        if (run.Plan is not { Arguments: not null } plan)
            throw new UserErrorException($"{folder.Path} does not say how it was begun, so it cannot go on. Begin it anew.");
        if (plan.Queue is { } queue)
            throw new UserErrorException(
                $"{folder.Path} is a share of queue {queue.Name}, which has given to others what this one had not finished. 'kmsi run "
                + "--queue' with the same --queue-name takes part again, in a new folder.");
        if (run.Tool != ToolRecord.Current)
            throw new UserErrorException(
                $"{folder.Path} was begun by {run.Tool.Name} {run.Tool.Version}, and this is {ToolRecord.Current.Version}, which may judge "
                + "otherwise. Go on with the version that began it, or begin it anew.");
        var kept = KeptScenarios.Of(folder);
        try
        {
            DemandEvidence(folder, run, plan, kept.Suite);
            return new ResumedRun(folder, run, plan, kept, held);
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }

    /// <summary>The scenarios that have no result yet.</summary>
    /// <param name="selected">Those of the profile.</param>
    public IReadOnlyList<Scenario> Missing(IReadOnlyList<Scenario> selected)
    {
        var open = Plan.Scenarios.Except(Run.Scenarios.Select(scenario => scenario.Id), StringComparer.Ordinal).ToHashSet(
            StringComparer.Ordinal);
        return [.. selected.Where(scenario => open.Contains(scenario.Id))];
    }

    /// <summary>Refuses a target file that is another than it was.</summary>
    /// <exception cref="UserErrorException">It is.</exception>
    public void DemandSameTarget(string? file)
    {
        if (Fingerprint(file) != Plan.TargetFile)
            throw new UserErrorException(
                $"{file} was changed since the run was begun, and results of two targets are no run. Put it back, or begin anew.");
    }

    /// <summary>What tells a target file from another; null for none.</summary>
    public static string? Fingerprint(string? file) =>
        file is null ? null : Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    /// <inheritdoc/>
    public void Dispose()
    {
        _kept.Dispose();
        _held.Dispose();
    }

    // Results that nobody has seen come about are none: each is judged again before the run goes on.
    private static void DemandEvidence(RunFolder folder, RunRecord run, PlanRecord plan, ScenarioSuite suite)
    {
        if (plan.Archive is { } archive && folder.Fingerprint() != archive)
            throw new UserErrorException($"{folder.ScenariosFile} is another file than the run has kept. Begin anew.");
        if (run.Scenarios.FirstOrDefault(record => !plan.Scenarios.Contains(record.Id, StringComparer.Ordinal)) is { } stray)
            throw new UserErrorException($"{folder.Path} has a result of {stray.Id}, which is not in its plan. Begin anew.");
        var judged = RunJudge.Judge(suite, run, folder.ReadAttempts(), run.Profile).Scenarios
            .ToDictionary(record => record.Id, record => record.Own ?? record.Verdict, StringComparer.Ordinal);
        if (run.Scenarios.FirstOrDefault(record => judged[record.Id] != (record.Own ?? record.Verdict)) is { } other)
            throw new UserErrorException(
                $"{folder.Path} says {(other.Own ?? other.Verdict).Text()} of {other.Id}, and its events say "
                + $"{judged[other.Id].Text()}. Begin anew.");
    }

    private static IDisposable Hold(RunFolder folder)
    {
        try
        {
            return folder.Hold();
        }
        catch (IOException held)
        {
            throw new UserErrorException(held.Message);
        }
    }
}
