using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Expressions;

/// <summary>Whether a maximum beside the time that use extends has any effect, and leaves the other one.</summary>
public static class Maxima
{
    private static readonly (string Maximum, string Life)[] Pairs =
    [
        (SettingsInForce.MaximumName, SettingsInForce.SessionName),
        (SettingsInForce.KeepAliveMaximumName, SettingsInForce.KeepAliveName),
    ];

    /// <summary>Checks the settings of one policy.</summary>
    /// <param name="policy">Where they are written.</param>
    /// <param name="settings">What they come to.</param>
    /// <param name="isAbsolute">Whether no use extends a session.</param>
    /// <exception cref="SuiteException">A maximum has no effect, or takes the effect of another setting.</exception>
    public static void Check(YamlValue policy, SettingsInForce settings, bool isAbsolute)
    {
        foreach (var (name, life) in Pairs)
        {
            if (policy.Find(name) is not { } written || settings.Find(name) is not { } maximum) continue;
            if (isAbsolute)
                throw written.Problem(
                    $"Where no use extends a session, none outlasts '{life}', and '{name}' has no effect. Leave it out, or write "
                    + "'expiry: rolling'.");
            if (settings.Find(life) is not { } idle)
                throw written.Problem($"Nobody is kept signed in here, so '{name}' has no effect. Leave it out, or say '{life}'.");
            if (maximum <= idle)
                throw written.Problem(
                    $"A session would end after {Lengths.Words(maximum)} even where nobody uses it, and '{life}' ({Lengths.Words(idle)}) "
                    + $"would have no effect. Expected more than {Lengths.Words(idle)}.");
        }
    }
}
