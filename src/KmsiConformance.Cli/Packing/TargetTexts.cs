using System.Text;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Archive;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;

namespace KmsiConformance.Cli.Packing;

/// <summary>The target file of a run and its recipe, as they go into a pack: the same files that the run read, without secrets.</summary>
/// <param name="Entries">The texts; none for the reference.</param>
/// <param name="Reasons">Why they cannot go into a pack.</param>
internal sealed record TargetTexts(IReadOnlyList<PackEntry> Entries, IReadOnlyList<string> Reasons)
{
    private const string Option = "--target";

    /// <summary>Those of a run.</summary>
    /// <param name="named">Where the file is now; null where the run found it.</param>
    /// <param name="folder">The folder with the scenarios that the run has kept.</param>
    /// <exception cref="SuiteException">The file cannot be read as a target file.</exception>
    public static TargetTexts Of(RunRecord run, string? named, RunFolder folder)
    {
        if (run.Plan?.TargetFile is not { } expected)
        {
            if (named is not null)
                throw new UserErrorException($"{Option} {named} has no effect: the run was against {run.Target.Name}. Leave it out.");
            return new([], []);
        }

        var path = named ?? Argument(run.Plan.Arguments);
        if (path is null || !File.Exists(path))
            return Refused($"The target file {path} of the run is not there. Say where it is with {Option} FILE.");
        if (ResumedRun.Fingerprint(path) != expected)
            return Refused($"{path} was changed since the run, or is another one. Put it back, or say where it is with {Option} FILE.");

        using var kept = KeptScenarios.Of(folder);
        var file = new TargetFileReader(kept.Suite).Read(path);
        List<string> reasons = [.. Declare(file)];
        List<PackEntry> entries = [Entry(PackFiles.Target, path)];
        if (file.RecipeFile is { } recipe)
        {
            if (ResumedRun.Fingerprint(recipe) != run.Plan.RecipeFile)
                reasons.Add($"The recipe {recipe} was changed since the run. Put it back, or run again.");
            entries.Add(Entry(PackFiles.Recipe, recipe, isRecipe: true));
        }

        return new(entries, reasons);
    }

    /// <summary>Files in which a secret of the target stands; asked once the target's secrets are declared.</summary>
    public static IEnumerable<string> Leaks(IEnumerable<PackEntry> entries) =>
        from entry in entries
        where entry.Name is PackFiles.Run or PackFiles.Events or PackFiles.Report or PackFiles.Target or PackFiles.Recipe
        where Secrets.Stands(Encoding.UTF8.GetString(entry.Content.Span))
        select $"A secret of the target stands in {entry.Name}. Change the secret, and run again.";

    // Nobody can see whether a secret stands somewhere without knowing it.
    private static IEnumerable<string> Declare(TargetFile file)
    {
        foreach (var reference in file.Secrets.Where(secret => secret.Kind != SecretKind.Made))
        {
            string? reason = null;
            try
            {
                Secrets.Declare([reference.Find()]);
            }
            catch (TargetException missing)
            {
                reason = $"{missing.Message} Without it nobody can see that it is not in the pack.";
            }

            if (reason is not null) yield return reason;
        }
    }

    // Where nothing had to be taken out, the bytes are those of the file.
    private static PackEntry Entry(string name, string path, bool isRecipe = false)
    {
        var text = File.ReadAllText(path);
        var without = TargetText.WithoutSecrets(text, isRecipe);
        return new(name, without == text ? File.ReadAllBytes(path) : Encoding.UTF8.GetBytes(without));
    }

    private static string? Argument(IReadOnlyList<string>? arguments)
    {
        var at = arguments?.ToList().IndexOf(Option) ?? -1;
        return at >= 0 && at + 1 < arguments!.Count ? arguments[at + 1] : null;
    }

    private static TargetTexts Refused(string reason) => new([], [reason]);
}
