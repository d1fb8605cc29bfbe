using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Needs;

/// <summary>One thing that a scenario needs of the session settings in force, so that what it expects follows from them.</summary>
/// <param name="Setting">The setting, as scenarios call it, for example <c>keep-alive</c>.</param>
/// <param name="Text">What it must be, in words, for example <c>longer than session</c>.</param>
public abstract record Need(string Setting, string Text)
{
    private const string Otherwise = "otherwise";

    private const string Both = " and ";

    private static readonly IReadOnlySet<string> Nobody = new HashSet<string>();

    /// <summary>The only profiles under which it is needed; null where it is needed under all but <see cref="Except"/>.</summary>
    public IReadOnlySet<string>? Only { get; private init; }

    /// <summary>The profiles under which something else is needed of the same setting.</summary>
    public IReadOnlySet<string> Except { get; private init; } = Nobody;

    /// <summary>The need in a sentence with what there is instead; null where it is met, or not needed under the profile.</summary>
    /// <param name="settings">What is known of the settings in force.</param>
    /// <param name="profile">The profile that judges.</param>
    public string? WhyNot(IKnownSettings settings, string profile) =>
        IsOf(profile) && Has(settings) is { } has ? $"needs {Setting} {Text}, the target has {has}" : null;

    /// <summary>Whether it is needed under the profile.</summary>
    internal bool IsOf(string profile) => Only?.Contains(profile) ?? !Except.Contains(profile);

    /// <summary>What there is instead; null where the need is met.</summary>
    protected abstract string? Has(IKnownSettings settings);

    /// <summary>Reads the needs of a scenario.</summary>
    /// <exception cref="SuiteException">One cannot be understood.</exception>
    internal static IReadOnlyList<Need> ReadAll(YamlValue? needs) =>
        [.. (needs?.Entries ?? []).SelectMany(entry => ByProfile(entry.Key, entry.Value))];

    /// <summary>What a scenario needs that says nothing of it: the very settings that it is played with.</summary>
    internal static IReadOnlyList<Need> OfSettings(YamlValue? policy) =>
        [.. (policy?.Entries ?? []).Where(entry => entry.Key != "file").Select(entry => entry.Key switch
        {
            SettingsInForce.KeepAliveName when entry.Value.Text is "0 days" or "0 day" => LengthNeed.NoneAtAll(entry.Key),
            _ when SettingsInForce.Names.Contains(entry.Key) => LengthNeed.Exactly(entry.Key, entry.Value.Text),
            _ => (Need)new WordNeed(entry.Key, [entry.Value.Text]),
        })];

    private static IEnumerable<Need> ByProfile(string setting, YamlValue value)
    {
        if (!value.IsMap) return Read(setting, value);
        var named = value.Entries.Select(entry => entry.Key).Where(key => key != Otherwise).ToHashSet(StringComparer.Ordinal);
        return value.Entries.SelectMany(entry => Read(setting, entry.Value).Select(need => entry.Key == Otherwise
            ? need with { Except = named }
            : need with { Only = new HashSet<string>(StringComparer.Ordinal) { entry.Key } }));
    }

    private static IEnumerable<Need> Read(string setting, YamlValue value) => setting switch
    {
        AssuranceNeed.Name => [AssuranceNeed.Parse(value)],
        not SettingsInForce.SessionName when SettingsInForce.Names.Contains(setting) && value is { IsList: false, Text: "none" } =>
            [LengthNeed.NoneAtAll(setting)],
        _ when SettingsInForce.Names.Contains(setting) => value.Text.Split(Both).Select(part => LengthNeed.Parse(setting, part, value)),
        _ when value.IsList => [new WordNeed(setting, [.. value.Items.Select(item => item.Text)])],
        _ => [new WordNeed(setting, [value.Text])],
    };

    /// <summary>Which of the words must stand for it.</summary>
    private sealed record WordNeed(string Setting, IReadOnlyList<string> Words) : Need(Setting, string.Join(" or ", Words))
    {
        protected override string? Has(IKnownSettings settings) =>
            settings.Word(Setting) is { } word ? Words.Contains(word) ? null : word : "nothing to say of it";
    }
}
