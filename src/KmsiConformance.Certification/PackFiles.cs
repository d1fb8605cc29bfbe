using System.Text.RegularExpressions;

namespace KmsiConformance.Certification;

/// <summary>The files that a pack may hold, by their names in it; every other name is refused.</summary>
public static partial class PackFiles
{
    /// <summary>What the pack states, and of every other file its length and its SHA-256. The first.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The signature over the bytes of <see cref="Manifest"/>. The second.</summary>
    public const string Signature = "manifest.cose";

    /// <summary>The record of the run, as it was written.</summary>
    public const string Run = "run.json";

    /// <summary>All that was seen, as it was written.</summary>
    public const string Events = "events.ndjson";

    /// <summary>The scenarios, requirements, profiles, recipes and policies of the run, as they were kept.</summary>
    public const string Scenarios = "scenarios.zip";

    /// <summary>The target file without secrets; not there for the reference.</summary>
    public const string Target = "target.yaml";

    /// <summary>The recipe of the target's own; not there where it has none.</summary>
    public const string Recipe = "recipe.yaml";

    /// <summary>The report, written from the record, the events and the pictures.</summary>
    public const string Report = "report.html";

    /// <summary>The folder of the pictures.</summary>
    public const string Pictures = "evidence/";

    /// <summary>How many bytes a pack has at most: a gibibyte, many times what any run leaves.</summary>
    public const long Largest = 1L << 30;

    /// <summary>How many files a pack has at most.</summary>
    public const int Most = 20_000;

    // In the order in which they stand in a pack.
    private static readonly string[] Known = [Manifest, Signature, Run, Events, Scenarios, Target, Recipe, Report];

    private static readonly string[] Needed = [Manifest, Signature, Run, Events, Scenarios, Report];

    /// <summary>Whether a pack may hold a file of this name.</summary>
    public static bool May(string name) => Known.Contains(name, StringComparer.Ordinal) || Picture().IsMatch(name);

    /// <summary>The name of the first file that is needed and not among these; null for none.</summary>
    public static string? Missing(IReadOnlyCollection<string> names) => Needed.FirstOrDefault(name => !names.Contains(name));

    /// <summary>Where two names stand to each other; pictures stand last, by their names.</summary>
    public static int Compare(string one, string other) =>
        (Place(one), Place(other)) is var (here, there) && here != there ? here.CompareTo(there) : string.CompareOrdinal(one, other);

    private static int Place(string name) => Array.IndexOf(Known, name) is >= 0 and var place ? place : Known.Length;

    // No device of any system is named so, and no name begins with a dot.
    [GeneratedRegex(@"\Aevidence/[A-Za-z0-9][A-Za-z0-9._-]{0,199}\.(png|jpg|jpeg|webp)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}
