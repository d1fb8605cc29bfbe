using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <summary>Where a step stands in its file, and where each of its values does. Lines and columns count from 1.</summary>
/// <param name="Values">The places of the step's values, by their key; empty for a step of one word.</param>
public sealed record StepPlace(int Line, int Column, IReadOnlyDictionary<string, (int Line, int Column)> Values)
{
    /// <summary>The place of what stands behind a verb.</summary>
    public static StepPlace Of(YamlValue value) => new(
        value.Line,
        value.Column,
        (value.IsMap ? value.Entries : []).ToDictionary(
            entry => entry.Key, entry => (entry.Value.Line, entry.Value.Column), StringComparer.Ordinal));

    /// <summary>A name that stands behind the key, or is the step's only word.</summary>
    public UsedName Names(NameKind kind, string name, string key)
    {
        var (line, column) = Values.GetValueOrDefault(key, (Line, Column));
        return new UsedName(kind, name, line, column);
    }
}
