using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Lengths of time in a target file: none of them depends on settings.</summary>
internal static class Lengths
{
    private static readonly SettingsInForce None = new(TimeSpan.Zero, null);

    /// <summary>Reads one.</summary>
    public static TimeSpan Read(YamlValue value)
    {
        try
        {
            return DurationExpression.Parse(value.Text).Evaluate(None);
        }
        catch (FormatException wrong)
        {
            throw value.Problem(wrong.Message);
        }
    }
}
