using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Expressions;

/// <summary>Lengths of time as scenarios write them.</summary>
public static class Lengths
{
    private static readonly SettingsInForce None = new(TimeSpan.Zero, null);

    /// <summary>Reads a plain one, which depends on no setting.</summary>
    /// <exception cref="SuiteException">It is none.</exception>
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

    /// <summary>In the largest unit of which it is a whole number: <c>7 days</c>, <c>20 minutes</c>.</summary>
    public static string Words(TimeSpan length) => length switch
    {
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerDay == 0 => Counted(length.TotalDays, "day"),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => Counted(length.TotalHours, "hour"),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerMinute == 0 => Counted(length.TotalMinutes, "minute"),
        _ => Counted(length.TotalSeconds, "second"),
    };

    /// <summary>How long sessions last: <c>session 8 hours (at most 2 days), kept 14 days</c>.</summary>
    public static string Words(SettingsInForce settings) =>
        $"session {Words(settings.Session)}{Most(settings.Maximum)}"
        + (settings.KeepAlive is { } kept ? $", kept {Words(kept)}{Most(settings.KeepAliveMaximum)}" : "");

    private static string Most(TimeSpan? maximum) => maximum is { } most ? $" (at most {Words(most)})" : "";

    private static string Counted(double number, string unit) => $"{number:0} {unit}{(number is 1 ? "" : "s")}";
}
