using System.Globalization;

namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>A second clock on the same session: a profile's TimeToLive asks again however long the session lives.</summary>
internal sealed class SignInAgesWithTheSession() : PolicyRule(
    "KMSI061", Severity.Info, "No technical profile's TimeToLive ends a sign-in before the session does.",
    ["R-026", "R-041"], Documents.Schema, "SubjectAuthenticationRequirements")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.IsForRelyingParties) yield break;
        var session = policy.Settings.Session;
        var longest = policy.Settings.KeepAlive is { } days && days > session ? days : session;
        foreach (var profile in policy.Merged.Blocks.All("TechnicalProfile"))
        {
            if (profile.Child("SubjectAuthenticationRequirements")?.Attribute("TimeToLive") is not { } life) continue;
            if (!int.TryParse(life.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
                || minutes * 60L >= longest.TotalSeconds)
                continue;
            yield return Found(
                life.At,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{profile["Id"].Quote()} asks again after {minutes} minutes, "
                    + $"while the session lasts up to {longest.TotalMinutes:0} minutes."),
                "Remove SubjectAuthenticationRequirements, or leave it if this step is to be repeated.");
        }
    }
}
