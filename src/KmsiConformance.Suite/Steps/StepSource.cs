using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <summary>A step as it stands in its file.</summary>
/// <param name="Value">What stands behind the verb: a word or a map.</param>
/// <param name="Expect">What stands behind <c>expect</c>; null where nothing does.</param>
public sealed record StepSource(YamlValue Value, YamlValue? Expect)
{
    public StepPlace Place => StepPlace.Of(Value);

    /// <summary>The app of a step that is written as an app's name or as a map with the key <c>app</c>.</summary>
    public string App => Value.IsMap ? Value.Get("app").Text : Value.Text;

    /// <summary>The value of a key; null for a step of one word, and where there is no such key.</summary>
    public YamlValue? Find(string key) => Value.IsMap ? Value.Find(key) : null;

    /// <summary>What must be seen.</summary>
    /// <param name="standard">What that is where nothing is written.</param>
    public ByProfile<string> Expectation(string standard) => Expectation(Expect, standard);

    /// <summary>A value that may be written for all profiles at once or for each.</summary>
    public static ByProfile<string> Expectation(YamlValue? written, string standard)
    {
        if (written is null) return ByProfile<string>.Always(standard);
        if (!written.IsMap) return ByProfile<string>.Always(written.Text);
        if (written.Find("error") is { } error) return ByProfile<string>.Always(VisitOutcomes.ErrorLead + error.Text);
        var named = written.Entries.ToDictionary(
            entry => entry.Key,
            entry => entry.Value.IsMap ? VisitOutcomes.ErrorLead + entry.Value.Get("error").Text : entry.Value.Text,
            StringComparer.Ordinal);
        return named.Remove("otherwise", out var otherwise) ? new ByProfile<string>(otherwise, named) : new ByProfile<string>(null, named);
    }

    /// <summary>Reads a duration.</summary>
    /// <exception cref="SuiteException">It cannot be understood.</exception>
    public static DurationExpression Duration(YamlValue value) => Parsed(value, DurationExpression.Parse);

    /// <summary>Reads an expression; what its reader says of a wrong one becomes a problem of the place.</summary>
    /// <exception cref="SuiteException">It cannot be understood.</exception>
    public static T Parsed<T>(YamlValue value, Func<string, T> parse)
    {
        try
        {
            return parse(value.Text);
        }
        catch (FormatException unclear)
        {
            throw value.Problem(unclear.Message);
        }
    }
}
