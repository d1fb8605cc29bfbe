using KmsiConformance.Ledger.Measured;

namespace KmsiConformance.Measuring;

/// <summary>What two measurements differ in. Lengths differ where what they may be has nothing in common.</summary>
public static class MeasuredChanges
{
    /// <summary>Each change as a line; none where nothing changed.</summary>
    public static IReadOnlyList<string> Of(Measurement old, Measurement now) =>
    [
        .. Changed("box", Word(old.OffersBox), Word(now.OffersBox)),
        .. Of("without the box", old.Server.WithoutBox, now.Server.WithoutBox),
        .. Of("with the box", old.Server.WithBox, now.Server.WithBox),
        .. Cookies(old.Cookies, now.Cookies),
        .. old.Restart.Keys.Union(now.Restart.Keys, StringComparer.Ordinal).SelectMany(kind =>
            Of(kind, old.Restart.GetValueOrDefault(kind), now.Restart.GetValueOrDefault(kind))),
        .. Of(old.SignOut, now.SignOut),
        .. Of(old.OpenId, now.OpenId),
    ];

    private static IEnumerable<string> Of(string what, MeasuredLife? old, MeasuredLife? now)
    {
        var title = $"an unused session {what}";
        if (old is null || now is null)
        {
            foreach (var change in Changed(title, Word(old), Word(now))) yield return change;
            yield break;
        }

        if (Apart(old.LowerSeconds, old.UpperSeconds, now.LowerSeconds, now.UpperSeconds))
            yield return $"{title}: {Word(old)} → {Word(now)}";
        foreach (var change in Changed($"a session {what} is stable", Word(!old.Unstable), Word(!now.Unstable))) yield return change;
        foreach (var change in Changed($"use extends a session {what}", Word(old.Renewal?.Slides), Word(now.Renewal?.Slides)))
            yield return change;
        if (old.Renewal is { FromLowerSeconds: { } from, FromUpperSeconds: { } to }
            && now.Renewal is { FromLowerSeconds: { } low, FromUpperSeconds: { } high } && Apart(from, to, low, high))
            yield return $"use extends a session {what} from: {MeasuredWords.Bounds(from, to)} → {MeasuredWords.Bounds(low, high)}";
        if (IsApart(old, now))
            yield return $"a session {what} in use: {InUse(old)} → {InUse(now)}";
    }

    private static IEnumerable<string> Cookies(IReadOnlyList<MeasuredCookie> old, IReadOnlyList<MeasuredCookie> now)
    {
        foreach (var gone in old.Where(cookie => now.All(other => other.Name != cookie.Name))) yield return $"cookie {gone.Name}: is gone";
        foreach (var cookie in now)
        {
            if (old.FirstOrDefault(other => other.Name == cookie.Name) is not { } before)
            {
                yield return $"cookie {cookie.Name}: is new";
                continue;
            }

            var promises = Changed(
                $"cookie {cookie.Name} promises", Promise(before.PromisedSeconds), Promise(cookie.PromisedSeconds));
            var unkept = Changed(
                $"cookie {cookie.Name} promises without the box", Promise(before.PromisedSecondsWithoutBox),
                Promise(cookie.PromisedSecondsWithoutBox));
            foreach (var change in promises.Concat(unkept)
                .Concat(Changed($"cookie {cookie.Name} is good for", before.Role, cookie.Role))
                .Concat(Changed($"cookie {cookie.Name} is renewed", before.Renewed, cookie.Renewed))
                .Concat(Changed(
                    $"cookie {cookie.Name}", MeasuredWords.Attributes(before.Attributes), MeasuredWords.Attributes(cookie.Attributes))))
                yield return change;
        }
    }

    private static IEnumerable<string> Of(string kind, MeasuredRestart? old, MeasuredRestart? now) =>
    [
        .. Changed($"restart {kind} without the box", old?.WithoutBox, now?.WithoutBox),
        .. Changed($"restart {kind} with the box", old?.WithBox, now?.WithBox),
    ];

    private static IEnumerable<string> Of(MeasuredSignOut? old, MeasuredSignOut? now) =>
    [
        .. Changed("sign-out ends the session here", Word(old?.EndsHere), Word(now?.EndsHere)),
        .. Changed("sign-out ends copies", Word(old?.RevokesServerSession), Word(now?.RevokesServerSession)),
        .. Changed("sign-out deletes the cookies", Word(old?.ClearsCookies), Word(now?.ClearsCookies)),
        .. Changed("sign-out follows a foreign address", Word(old?.FollowsForeignAddress), Word(now?.FollowsForeignAddress)),
    ];

    private static IEnumerable<string> Of(MeasuredOpenId? old, MeasuredOpenId? now) =>
    [
        .. Changed("id_token is good for", Word(old?.IdTokenSeconds), Word(now?.IdTokenSeconds)),
        .. Changed("access token is good for", Word(old?.AccessTokenSeconds), Word(now?.AccessTokenSeconds)),
        .. Of("(refresh token)", old?.RefreshToken, now?.RefreshToken),
        .. Changed("prompt=none with a session", old?.PromptNone, now?.PromptNone),
        .. Changed("prompt=none without a session", old?.PromptNoneWithoutSession, now?.PromptNoneWithoutSession),
        .. Changed("max_age exceeded", old?.MaxAgeExceeded, now?.MaxAgeExceeded),
        .. Changed("max_age met", old?.MaxAgeMet, now?.MaxAgeMet),
        .. Changed("the other app is told of a sign-out", Word(old?.OtherAppIsTold), Word(now?.OtherAppIsTold)),
    ];

    private static string? Word(double? seconds) => seconds is { } length ? MeasuredWords.Length(length) : null;

    private static IEnumerable<string> Changed(string what, string? old, string? now) =>
        old == now ? [] : [$"{what}: {old ?? "not measured"} → {now ?? "not measured"}"];

    private static bool Apart(double lower, double? upper, double otherLower, double? otherUpper) =>
        lower > (otherUpper ?? double.PositiveInfinity) || otherLower > (upper ?? double.PositiveInfinity);

    // Use that extends nothing leaves a session its life, unless it ends sooner.
    private static bool IsApart(MeasuredLife old, MeasuredLife now) => (old.Maximum, now.Maximum) switch
    {
        ({ } most, { } end) => Apart(most.LowerSeconds, most.UpperSeconds, end.LowerSeconds, end.UpperSeconds),
        (null, null) => false,
        _ => old.Renewal?.Slides == now.Renewal?.Slides || old.Maximum?.UpperSeconds < old.LowerSeconds
            || now.Maximum?.UpperSeconds < now.LowerSeconds,
    };

    private static string InUse(MeasuredLife life) => life.Maximum is { } most
        ? MeasuredWords.Bounds(most.LowerSeconds, most.UpperSeconds)
        : MeasuredWords.InUse(life);

    private static string? Word(bool? truth) => truth is { } known ? known ? "yes" : "no" : null;

    private static string? Word(MeasuredLife? life) => life is null ? null : MeasuredWords.Bounds(life.LowerSeconds, life.UpperSeconds);

    // A measurement may begin within a second of another, and a cookie's length be rounded.
    private static string Promise(double? seconds) => seconds is { } length
        ? MeasuredWords.Length(Math.Round(length / 5) * 5)
        : "no length";
}
