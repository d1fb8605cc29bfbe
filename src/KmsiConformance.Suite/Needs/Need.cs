using System.Text.RegularExpressions;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Needs;

/// <summary>One thing that a scenario needs of the session settings in force, so that what it expects follows from them.</summary>
/// <param name="Setting">The setting, as scenarios call it, for example <c>keep-alive</c>.</param>
/// <param name="Text">What it must be, as written, for example <c>longer than session</c>.</param>
public abstract partial record Need(string Setting, string Text)
{
    /// <summary>The need in a sentence with what there is instead; null where it is met.</summary>
    public string? WhyNot(IKnownSettings settings) => Has(settings) is { } has ? $"needs {Setting} {Text}, the target has {has}" : null;

    /// <summary>What there is instead; null where the need is met.</summary>
    protected abstract string? Has(IKnownSettings settings);

    /// <summary>Reads the needs of a scenario.</summary>
    /// <exception cref="SuiteException">One cannot be understood.</exception>
    internal static IReadOnlyList<Need> ReadAll(YamlValue? needs) =>
        [.. (needs?.Entries ?? []).Select(entry => Read(entry.Key, entry.Value))];

    /// <summary>What a scenario needs that says nothing of it: the very settings that it is played with.</summary>
    internal static IReadOnlyList<Need> OfSettings(YamlValue? policy) =>
        [.. (policy?.Entries ?? []).Where(entry => entry.Key != "file").Select(entry => entry.Key switch
        {
            "session" => new LengthNeed(entry.Key, $"exactly {entry.Value.Text}", "exactly", DurationExpression.Parse(entry.Value.Text)),
            "keep-alive" when entry.Value.Text is "0 days" or "0 day" => LengthNeed.NoneAtAll(entry.Key),
            "keep-alive" => new LengthNeed(entry.Key, $"exactly {entry.Value.Text}", "exactly", DurationExpression.Parse(entry.Value.Text)),
            _ => (Need)new WordNeed(entry.Key, entry.Value.Text),
        })];

    private static Need Read(string setting, YamlValue value) => setting switch
    {
        "session" or "keep-alive" => LengthNeed.Parse(setting, value),
        _ => new WordNeed(setting, value.Text),
    };

    /// <summary>How long something must last.</summary>
    private sealed partial record LengthNeed(string Setting, string Text, string Relation, DurationExpression? Than) : Need(Setting, Text)
    {
        public static LengthNeed NoneAtAll(string setting) => new(setting, "none", "", null);

        public static LengthNeed Parse(string setting, YamlValue value)
        {
            if (value.Text == "none" && setting == "keep-alive") return NoneAtAll(setting);
            var match = Pattern().Match(value.Text);
            if (!match.Success)
                throw value.Problem(
                    $"Expected '{setting}' to be 'longer than', 'at least', 'exactly', 'at most' or 'shorter than' a duration"
                    + (setting == "keep-alive" ? ", or 'none'." : "."));
            try
            {
                return new LengthNeed(setting, value.Text, match.Groups["relation"].Value,
                    DurationExpression.Parse(match.Groups["than"].Value));
            }
            catch (FormatException wrong)
            {
                throw value.Problem(wrong.Message);
            }
        }

        protected override string? Has(IKnownSettings settings)
        {
            var length = Setting == "session" ? settings.Lengths.Session : settings.Lengths.KeepAlive;
            var has = length is { } known ? Words(known) : "none";
            if (Than is null) return length is null ? null : has;
            if (length is not { } there) return has;
            if (Than.Names("keep-alive") && settings.Lengths.KeepAlive is null) return $"{has} and no keep-alive";
            var compared = there.CompareTo(Than.Evaluate(settings.Lengths));
            return Relation switch
            {
                "longer than" => compared > 0,
                "at least" => compared >= 0,
                "exactly" => compared == 0,
                "at most" => compared <= 0,
                _ => compared < 0,
            } ? null : has;
        }

        private static string Words(TimeSpan length) => length switch
        {
            { Ticks: var ticks } when ticks % TimeSpan.TicksPerDay == 0 => $"{length.TotalDays:0} days",
            { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => $"{length.TotalHours:0} hours",
            { Ticks: var ticks } when ticks % TimeSpan.TicksPerMinute == 0 => $"{length.TotalMinutes:0} minutes",
            _ => $"{length.TotalSeconds:0} seconds",
        };

        [GeneratedRegex("^(?<relation>longer than|at least|exactly|at most|shorter than) (?<than>.+)$", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Pattern();
    }

    /// <summary>Which word must stand for it.</summary>
    private sealed record WordNeed(string Setting, string Text) : Need(Setting, Text)
    {
        protected override string? Has(IKnownSettings settings) =>
            settings.Word(Setting) is { } word ? word == Text ? null : word : "nothing to say of it";
    }
}
