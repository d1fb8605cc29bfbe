using System.Globalization;
using KmsiConformance.Targets;

namespace KmsiConformance.Probing.FirstFile;

/// <summary>What first target files of every kind say.</summary>
internal static class FirstLines
{
    /// <summary>The accounts.</summary>
    public static void Users(Action<string> line, IEnumerable<FirstUser> users)
    {
        line("# Their passwords stay where they are; set the variables before a run.");
        line("users:");
        foreach (var user in users) line($"  {user.Name}: {{ name: {Yaml(user.UserName)}, password: {Yaml(user.Password)} }}");
    }

    /// <summary>Which cookies a sign-in set, where the recipe knows the names of none.</summary>
    public static void Cookies(Action<string> line, SeenSession? seen)
    {
        if (seen is null or { Cookies.Count: 0 }) return;
        line("# GUESS: what a sign-in set, and the recipe knows the names of none. Leave out what has nothing to do with the session;");
        line("# kmsi measure shows which of them carries it.");
        line("cookies:");
        foreach (var (role, names) in seen.Cookies) line($"  {role}: [{string.Join(", ", names.Select(Yaml))}]");
        line("");
    }

    /// <summary>That nobody can move its time from here.</summary>
    public static void Clock(Action<string> line)
    {
        line("# Its time cannot be moved from here, so what needs time is CANT_TELL. 'kmsi run --clock real' waits, minutes or days;");
        line("# a hook would move it (docs/targets.md).");
        line("clock: none");
    }

    /// <summary>That nobody has said yet where it is promised.</summary>
    /// <param name="then">When it can be said, or what else can.</param>
    public static void From(Action<string> line, string then) =>
        line($"  from: {TargetPolicy.NotSaid}; written by kmsi probe  # Write where it is said, {then}; no scenario runs before");

    /// <summary>What was seen of the box.</summary>
    public static string Box(bool isOffered) => isOffered
        ? "offered  # seen"
        : "hidden  # GUESS: no box was recognised; if the page has one, 'kmsi recipe try' shows how it is understood";

    /// <summary>A length in days, or in minutes where it is less than one.</summary>
    public static string Length(TimeSpan length) => length >= TimeSpan.FromDays(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(length.TotalDays):0} days")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(length.TotalMinutes)):0} minutes");

    /// <summary>A text in single quotation marks, which take everything as it is but themselves.</summary>
    public static string Yaml(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
