using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>The session settings of one file as they stand there.</summary>
internal static class WrittenSettings
{
    public static IEnumerable<PolicyElement> SingleSignOn(this PolicyFile file) =>
        file.Root.All("RelyingParty", "UserJourneyBehaviors", "SingleSignOn");

    public static IEnumerable<PolicyAttribute> SingleSignOn(this PolicyFile file, string attribute) =>
        file.SingleSignOn().Select(s => s.Attribute(attribute)).OfType<PolicyAttribute>();

    public static IEnumerable<PolicyElement> Behavior(this PolicyFile file, string element) =>
        file.Root.All("RelyingParty", "UserJourneyBehaviors", element);

    /// <summary>Whether a value is a placeholder that a tool fills in before the upload.</summary>
    public static bool IsPlaceholder(this string value) => value.Trim().StartsWith("{Settings:", StringComparison.OrdinalIgnoreCase);
}
