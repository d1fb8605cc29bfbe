using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.StaySignedIn;

/// <summary>The sign-in log has so many entries of a code (R-128, R-129). A target without a log that can be read is CANT_TELL.</summary>
/// <param name="user">Only entries of this user; null for all.</param>
public sealed class SignInLogCounts(int code, int times, string? user) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = string.Create(CultureInfo.InvariantCulture,
            $"the sign-in log has {times} {(times == 1 ? "entry" : "entries")} {code}{(user is null ? "" : $" of {user}")}");
        if (evidence.Step.OfType<SignInLogRead>().LastOrDefault() is not { } log) return Judgement.CantTell(expected,
            "cannot tell: the target has no sign-in log that can be read");
        var counted = log.Rows.Where(row => user is null || row.User == user).GroupBy(row => row.Code).ToDictionary(rows => rows.Key,
            rows => rows.Count());
        var seen = counted.Count == 0
            ? "the log is empty"
            : $"the log has {string.Join(", ", counted.OrderBy(pair => pair.Key).Select(Words))}";
        return Judgement.Of(counted.GetValueOrDefault(code) == times, expected, seen);
    }

    private static string Words(KeyValuePair<int, int> counted) =>
        string.Create(CultureInfo.InvariantCulture, $"{counted.Value} × {counted.Key}");
}
