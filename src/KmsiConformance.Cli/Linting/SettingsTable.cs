using KmsiConformance.Cli.Output;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Lint;
using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using Spectre.Console;

namespace KmsiConformance.Cli.Linting;

/// <summary>The settings in force for people: one table a policy, each row with the place it comes from.</summary>
internal static class SettingsTable
{
    private const string Default = "(default)";

    public static void Print(SettingsReport report)
    {
        foreach (var policy in report.Policies)
        {
            if (Terminal.IsLive) Terminal.Console.Write(Table(policy));
            else PrintPlain(policy);
        }

        Console.WriteLine(
            $"{report.Policies.Count} {(report.Policies.Count == 1 ? "policy" : "policies")}, read by {report.Readings.Profile}");
    }

    private static Table Table(PolicyInForce policy)
    {
        var table = new Table().Title(Markup.Escape(Title(policy)))
            .Border(TableBorder.Rounded)
            .AddColumns("setting", "in force", "written at");
        foreach (var (setting, value, place) in Rows(policy))
            table.AddRow(new Text(setting), new Text(value), new Text(place, new Style(Color.Grey)));
        return table;
    }

    private static void PrintPlain(PolicyInForce policy)
    {
        var rows = Rows(policy).ToList();
        var (first, second) = (rows.Max(r => r.Setting.Length), Math.Min(70, rows.Max(r => r.Value.Length)));
        Console.WriteLine(SafeText.OneLine(Title(policy)));
        foreach (var (setting, value, place) in rows)
            Console.WriteLine(SafeText.OneLine($"  {setting.PadRight(first)}  {value.PadRight(second)}  {place}"));
        Console.WriteLine();
    }

    private static string Title(PolicyInForce policy) => $"{policy.PolicyId} of {policy.TenantId} ({policy.File})";

    private static IEnumerable<(string Setting, string Value, string Place)> Rows(PolicyInForce policy)
    {
        yield return ("bases", string.Join(" → ", policy.Chain) + (policy.IsComplete ? "" : " (a base is missing)"), policy.File);
        yield return ("Scope", policy.Settings.Scope.ToString(), At(policy.Places.Scope?.At));
        yield return ("KeepAliveInDays", $"{policy.Settings.KeepAliveInDays ?? 0}", At(policy.Places.KeepAliveInDays?.At));
        yield return ("SessionExpiryType", policy.Settings.Expiry.ToString(), At(policy.Places.SessionExpiryType?.At));
        yield return (
            "SessionExpiryInSeconds", $"{policy.Settings.SessionExpiryInSeconds ?? SessionSettings.DefaultSessionExpiryInSeconds}",
            At(policy.Places.SessionExpiryInSeconds?.At));
        yield return (
            "EnforceIdTokenHintOnLogout", policy.Settings.EnforceIdTokenHintOnLogout
                ? "true"
                : "false", At(policy.Places.EnforceIdTokenHintOnLogout?.At));
        yield return (
            "Keep me signed in", $"{(policy.Offer.Offered ? "box shown" : "no box")}: {policy.Offer.Because}", policy.Offer.At?.ToString()
                ?? "");
        foreach (var problem in policy.Unread) yield return ("not read", problem.Problem, problem.At.ToString());
        yield return ("journey", policy.Journey?.Value ?? "(none)", policy.Journey?.At.ToString() ?? "");
        foreach (var step in policy.Steps) yield return ($"  step {step.Order}", Step(step), step.At.ToString());
        foreach (var provider in policy.Providers)
            yield return (provider.IsLocal ? "local accounts" : "federated accounts", Provider(provider), provider.At.ToString());
        foreach (var issuer in policy.Issuers)
            yield return (
                $"{issuer.Format} issuer", $"{issuer.Id}, protocol {issuer.Protocol?.Value ?? "absent"}, {Session(issuer.Session)}",
                issuer.At.ToString());
        foreach (var profile in policy.Sessions)
            yield return ("  session of", $"{profile.Id}: {Session(profile.Session)}", profile.Session.At?.ToString() ?? Default);
    }

    private static string Step(JourneyStep step)
    {
        var exchanges = step.TechnicalProfiles.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value);
        var parts = new[] { step.Type, step.ContentDefinition, string.Join(", ", exchanges), step.Issuer };
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string Provider(IdentityProvider provider) => provider.IsLocal
        ? $"{provider.Id}, {Session(provider.Session)}"
        : $"{provider.Id}, {provider.Protocol}, sign-out "
            + $"{(provider.PassesSignOutOn ? provider.SignOutAt?.Value ?? "without an address" : "switched off by SingleLogoutEnabled")}"
            + $", {Session(provider.Session)}";

    private static string Session(SessionProvider session) => session.Profile is null
        ? "no session profile (Default)"
        : $"{session.Profile} ({session.Kind ?? "not a session provider"})";

    private static string At(Place? place) => place?.ToString() ?? Default;
}
