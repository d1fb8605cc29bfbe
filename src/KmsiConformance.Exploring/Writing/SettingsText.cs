using KmsiConformance.Exploring.Journeys;
using KmsiConformance.Model;

namespace KmsiConformance.Exploring.Writing;

/// <summary>The settings of a journey as a scenario says them.</summary>
internal static class SettingsText
{
    private static readonly string[] Scopes = ["tenant", "application", "policy", "suppressed"];

    public static string Of(Journey journey)
    {
        var settings = journey.Documents.Settings;
        var used = journey.Acts.Select(played => played.Act switch
        {
            Visit visit => visit.App,
            SignOut signOut => signOut.App,
            Refresh refresh => refresh.App,
            _ => null,
        }).OfType<string>().Concat(settings.AppsAreTold ? journey.Ground.Cast.Apps : []).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var apps = string.Concat(used.Select(app => $"  {app}: {{ {string.Join(", ", App(settings))} }}\n"));
        return (journey.Ground.Declared is null ? Policy(journey.Ground, settings) : "needs: {}\n")
            + (journey.Acts.Any(played => played.Act is UseDevice) ? $"devices: [{string.Join(", ", journey.Ground.Cast.Devices)}]\n" : "")
            + (apps.Length > 0 ? $"apps:\n{apps}" : "")
            + (journey.Acts.Any(played => IsAtProvider(played.Act)) ? $"identity-providers: {Provider(journey.Ground)}\n" : "");
    }

    private static bool IsAtProvider(Act act) =>
        act is Visit { AtProvider: true } or SignInAtProvider or TouchCookies { Deed: CookieDeed.ForgetProvider };

    private static string Provider(Ground ground) =>
        $"{{ {ground.Cast.Provider}: {{ session: {Duration.InHours(ProviderSession.Life)} }} }}";

    private static string Policy(Ground ground, Settings settings)
    {
        if (ground.AsksOnPageOfItsOwn) return "";
        List<string> keys = [];
        if (settings.KeepAlive is { } days) keys.Add($"keep-alive: {Duration.Of(days)}");
        else if (ground.Readings.Product == Policies.LoginProduct.B2c) keys.Add("keep-me-signed-in: hidden");
        keys.Add($"session: {Duration.InHours(settings.Session)}");
        keys.Add($"expiry: {(settings.Rolling ? "rolling" : "absolute")}");
        if (settings.Maximum is { } maximum) keys.Add($"maximum: {Duration.Of(maximum)}");
        if (settings.KeepAliveMaximum is { } longest) keys.Add($"keep-alive-maximum: {Duration.Of(longest)}");
        if (settings.Sharing != Sharing.Everybody) keys.Add($"scope: {Scopes[(int)settings.Sharing]}");
        if (settings.SecondFactor) keys.Add("second-factor: true");
        if (settings.RequiresHint) keys.Add("require-id-token-hint: true");
        return $"policy: {{ {string.Join(", ", keys)} }}\n";
    }

    private static IEnumerable<string> App(Settings settings)
    {
        yield return $"session: {Duration.Of(settings.AppSession)}";
        if (settings.AppsAreTold) yield return "logout-url: works";
        if (settings.RefreshTokens) yield return "offline-access: true";
    }
}
