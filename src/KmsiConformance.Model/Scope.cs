namespace KmsiConformance.Model;

/// <summary>Which visits share a session.</summary>
internal static class Scope
{
    /// <summary>A name for all visits that share one.</summary>
    public static string Of(Settings settings, Visit visit) => Of(settings, visit.App, visit.UnderOtherPolicy);

    /// <summary>A name for all visits that share one.</summary>
    public static string Of(Settings settings, string app, bool underOtherPolicy) => settings.Sharing switch
    {
        Sharing.OneApp => $"app {app}",
        Sharing.OnePolicy => underOtherPolicy ? "the other policy" : "the policy",
        Sharing.Nobody => "nobody",
        _ => "everybody",
    };

    /// <summary>From which requirements it follows that an app finds the session of another one, or of another policy.</summary>
    public static string[] WhyShared(Settings settings) => settings.Sharing switch
    {
        Sharing.OneApp => Because.SharedByPolicies,
        Sharing.OnePolicy => Because.SharedByApps,
        _ => Because.SharedByAll,
    };

    /// <summary>From which requirements it follows that it does not.</summary>
    public static string[] WhyNotShared(Settings settings) => settings.Sharing switch
    {
        Sharing.OneApp => Because.OtherApp,
        Sharing.OnePolicy => Because.OtherPolicy,
        _ => [],
    };
}
