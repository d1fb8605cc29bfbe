using System.Globalization;

namespace KmsiConformance.Ledger.Measured;

/// <summary>How measured lengths are put into words. The same in every culture.</summary>
public static class MeasuredWords
{
    private const string Unknown = "not known";

    // Seconds that signing in and looking take.
    private const double Near = 5;

    /// <summary>To the second: <c>14 d</c>, <c>13 d 23:58:47</c>, <c>20:00:00</c>, <c>10 min</c>, <c>45 s</c>.</summary>
    public static string Length(double seconds)
    {
        var length = TimeSpan.FromSeconds(Math.Round(seconds));
        if (length < TimeSpan.FromMinutes(2)) return Invariant($"{length.TotalSeconds:0} s");
        if (length < TimeSpan.FromHours(2))
            return Invariant($"{Math.Floor(length.TotalMinutes):0} min") + (length.Seconds == 0 ? "" : Invariant($" {length.Seconds} s"));
        var rest = length - TimeSpan.FromDays(length.Days);
        if (length.Days > 0 && rest == TimeSpan.Zero) return Invariant($"{length.Days} d");
        if (rest is { Minutes: 0, Seconds: 0 })
            return length.Days > 0 ? Invariant($"{length.Days} d {rest.Hours} h") : Invariant($"{rest.Hours} h");
        var clock = rest.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
        return length.Days > 0 ? Invariant($"{length.Days} d {clock}") : clock;
    }

    /// <summary>
    /// Between two lengths: <c>14 d ± 26 s</c>, or <c>more than 400 d</c>. A whole minute in the middle is the likeliest.
    /// </summary>
    public static string Bounds(double lowerSeconds, double? upperSeconds)
    {
        if (upperSeconds is not { } upper) return $"more than {Length(Floor(lowerSeconds))}";
        var middle = (lowerSeconds + upper) / 2;
        var minute = Math.Round(middle / 60) * 60;
        var likeliest = Math.Abs(minute - middle) <= Near ? minute : middle;
        return $"{Length(likeliest)} ± {Length(Math.Ceiling(Math.Max(upper - likeliest, likeliest - lowerSeconds)))}";
    }

    /// <summary>What use does to a session.</summary>
    public static string Extends(MeasuredLife life) => life.Renewal switch
    {
        null => "not known",
        { Slides: false } => "no",
        { FromLowerSeconds: <= 0, FromUpperSeconds: { } to } => $"yes, within the first {Length(to)} already",
        { FromLowerSeconds: { } from, FromUpperSeconds: { } to } =>
            $"yes, from {Bounds(from, to)} on{Part((from + to) / 2 / life.LowerSeconds)}",
        _ => "yes",
    };

    /// <summary>How long a session lasts that is always in use.</summary>
    public static string InUse(MeasuredLife life) =>
        life.Maximum is { } most
            ? Bounds(most.LowerSeconds, most.UpperSeconds) + (most.EverySeconds is { } gap ? $", used every {Length(Coarse(gap))}" : "")
        : life.Renewal?.Slides == false ? "as long"
        : "not known";

    /// <summary>What a cookie promises.</summary>
    /// <param name="seconds">Null for a session cookie.</param>
    public static string Promise(double? seconds) => seconds is { } length ? Length(length) : "until the browser is closed";

    /// <summary>A cookie's attributes, as they are written.</summary>
    public static string Attributes(MeasuredAttributes attributes) => string.Join("; ", new[]
    {
        attributes.Secure ? "Secure" : null, attributes.HttpOnly ? "HttpOnly" : null,
        attributes.SameSite.Length > 0 ? $"SameSite={attributes.SameSite}" : null, attributes.Partitioned ? "Partitioned" : null,
        attributes.Path == "/" ? null : $"Path={attributes.Path}",
    }.OfType<string>().DefaultIfEmpty("none"));

    /// <summary>What there is of OpenID Connect, each with its name.</summary>
    public static IEnumerable<(string Name, string Value)> Of(MeasuredOpenId seen) =>
    [
        ("id_token, good for", seen.IdTokenSeconds is { } id ? Length(id) : Unknown),
        ("access token, good for", seen.AccessTokenSeconds is { } access ? Length(access) : Unknown),
        ("refresh token, unused, good for",
            seen.RefreshToken is { } refresh
                ? Bounds(refresh.LowerSeconds, refresh.UpperSeconds) + (refresh.Unstable ? ", unstable" : "")
                : "none, or not known"),
        ("prompt=none with a session", seen.PromptNone ?? Unknown),
        ("prompt=none without one", seen.PromptNoneWithoutSession ?? Unknown),
        ("max_age of 5 minutes, after 10", seen.MaxAgeExceeded ?? Unknown),
        ("max_age of an hour, after 10 minutes", seen.MaxAgeMet ?? Unknown),
        ("the other app is told of a sign-out", YesNo(seen.OtherAppIsTold)),
    ];

    /// <summary>Yes, no, or that it is not known.</summary>
    public static string YesNo(bool? truth) => truth is { } known ? known ? "yes" : "no" : Unknown;

    // Where nobody saw the end, hours mean nothing beside months.
    private static double Floor(double seconds) => seconds > 10 * 86_400 ? Math.Floor(seconds / 86_400) * 86_400 : seconds;

    private static double Coarse(double seconds)
    {
        var unit = seconds > 2 * 86_400 ? 3600 : 60;
        return Math.Round(seconds / unit) * unit;
    }

    private static string Part(double part) => part < 0.01 ? "" : Invariant($" ({part * 100:0} % of its life)");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
