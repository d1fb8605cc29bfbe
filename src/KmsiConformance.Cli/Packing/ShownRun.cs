using System.Text;
using KmsiConformance.Certification;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;

namespace KmsiConformance.Cli.Packing;

/// <summary>A run with what its evidence shows: asked alike when it is packed and when a pack is verified.</summary>
/// <param name="Run">The run as its record claims it.</param>
/// <param name="Texts">The files of the scenarios that it has kept.</param>
/// <param name="Others">The names of those that are others than the program ships.</param>
/// <param name="Reasons">Everything for which nobody may vouch for it; none where all is well.</param>
/// <param name="Words">What the record tells in other words than this program.</param>
internal sealed record ShownRun(
    RunRecord Run, IReadOnlyList<HashedFile> Texts, IReadOnlyList<string> Others, IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Words)
{
    private const int Named = 5;

    /// <summary>Judges the run of a folder again, which holds nothing but what is or will be in the pack.</summary>
    /// <param name="name">How messages call the run or the pack.</param>
    /// <param name="accepts">Whether scenarios other than those that the program ships are accepted.</param>
    /// <exception cref="PackException">The scenarios are none.</exception>
    /// <exception cref="InvalidDataException">The record is none.</exception>
    public static ShownRun Of(RunFolder folder, string name, bool accepts)
    {
        var run = folder.ReadRun();
        var texts = ScenarioTexts.Of(name, File.ReadAllBytes(folder.ScenariosFile));
        var shipped = ShippedScenarios.Of(run.Profile);
        var others = shipped.Differing(texts);
        using var kept = KeptScenarios.Of(folder);
        List<string> reasons = [.. Conditions.WhyNot(run, kept.Suite, accepts ? [] : shipped.Required)];
        if (!IsWritten(folder, run))
            reasons.Add("run.json is not written as 'kmsi run' writes it: it was edited, and others may read something else in it.");
        if (!accepts && shipped.Changed(texts) is { Count: > 0 } changed) reasons.Add(Unlike(changed));
        if (run.Plan?.Archive is { } archive && archive != folder.Fingerprint())
            reasons.Add("The scenarios are another file than the run has kept: it was changed.");

        IReadOnlyList<string> words = [];
        if (kept.Suite.Profiles.All(profile => profile.Id != run.Profile))
            return new(run, texts, others, [.. reasons, $"The scenarios that were kept know no profile {run.Profile}."], words);
        try
        {
            reasons.AddRange(Sequences.WhyNot(folder.ReadEvents()));
            reasons.AddRange(Contradictions.OfBrowser(run, folder.ReadEvents()));
            reasons.AddRange(BrokenAttempts.Of(kept.Suite, run, folder.ReadAttempts()));
            var judged = RunJudge.Judge(kept.Suite, run, folder.ReadAttempts(), run.Profile);
            var verdicts = Differences.OfVerdicts(run with { Baseline = null }, judged);
            reasons.AddRange(verdicts);
            if (verdicts.Count == 0) words = Differences.OfWords(run with { Baseline = null }, judged);
        }
        catch (InvalidDataException wrong)
        {
            reasons.Add(wrong.Message);
        }

        return new ShownRun(run, texts, others, reasons, words);
    }

    /// <summary>The first names of a list.</summary>
    public static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(Named)) + (names.Count > Named ? $" and {names.Count - Named} more" : "");

    // Names twice, in other letters or unknown are read as if they were not there. Line ends are those of the system that wrote it.
    private static bool IsWritten(RunFolder folder, RunRecord run)
    {
        using var scratch = new ScratchRun();
        scratch.Folder.WriteRun(run);
        var written = File.ReadAllText(scratch.Folder.RunFile).ReplaceLineEndings("\n");
        var bytes = File.ReadAllBytes(folder.RunFile);
        return new[] { written, written.ReplaceLineEndings("\r\n") }
            .Any(form => Encoding.UTF8.GetBytes(form).AsSpan().SequenceEqual(bytes));
    }

    private static string Unlike(IReadOnlyList<string> others) =>
        $"{(others.Count == 1 ? "1 text" : $"{others.Count} texts")} of the scenarios, requirements, profiles and recipes "
        + $"{(others.Count == 1 ? "is another" : "are others")} than what this program ships ({Some(others)}). Take the version of kmsi "
        + "that ships them, or read them and accept them with --accept-scenarios.";
}
