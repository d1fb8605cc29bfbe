using System.Globalization;

namespace KmsiConformance.Policies;

/// <summary>Reads <c>RelyingParty/UserJourneyBehaviors</c> (R-070 to R-074): of each element, the one nearest to the relying party counts.</summary>
internal static class SettingsReader
{
    /// <summary>Finds the settings that are written; <paramref name="chain"/> has the base of all first.</summary>
    /// <exception cref="PolicyException">A value is not of its type.</exception>
    public static SettingPlaces Read(IReadOnlyList<PolicyFile> chain)
    {
        var signOn = Nearest(chain, "SingleSignOn");
        return new SettingPlaces
        {
            Scope = signOn?.Attribute("Scope") is { } scope ? new(Scope(scope), scope.At) : null,
            KeepAliveInDays = signOn?.Attribute("KeepAliveInDays") is { } days ? new(Whole("KeepAliveInDays", days.Value, days.At, "days"), days.At) : null,
            EnforceIdTokenHintOnLogout = signOn?.Attribute("EnforceIdTokenHintOnLogout") is { } hint ? new(YesOrNo(hint), hint.At) : null,
            SessionExpiryType = Nearest(chain, "SessionExpiryType") is { } type ? new(Expiry(type), type.At) : null,
            SessionExpiryInSeconds = Nearest(chain, "SessionExpiryInSeconds") is { } seconds
                ? new(Whole("SessionExpiryInSeconds", seconds.Text, seconds.At, "seconds"), seconds.At)
                : null,
        };
    }

    private static PolicyElement? Nearest(IReadOnlyList<PolicyFile> chain, string element) =>
        chain.Reverse().SelectMany(f => f.Root.All("RelyingParty", "UserJourneyBehaviors", element)).FirstOrDefault();

    private static SsoScope Scope(PolicyAttribute written) => written.Value switch
    {
        "Tenant" => SsoScope.Tenant,
        "Application" => SsoScope.Application,
        "Policy" => SsoScope.Policy,
        "Suppressed" => SsoScope.Suppressed,
        "TrustFramework" => SsoScope.TrustFramework,
        "Disabled" => throw new PolicyException(
            written.At, "Scope is \"Disabled\", which is the portal's word. In XML the same setting is written Scope=\"Suppressed\"."),
        var other => throw new PolicyException(
            written.At, $"Scope is \"{other}\". Expected Tenant, Application, Policy, Suppressed or TrustFramework, with this capitalisation."),
    };

    private static ExpiryType Expiry(PolicyElement written) => written.Text switch
    {
        "Rolling" => ExpiryType.Rolling,
        "Absolute" => ExpiryType.Absolute,
        var other => throw new PolicyException(
            written.At, $"SessionExpiryType is \"{other}\". Expected Rolling or Absolute, with this capitalisation."),
    };

    private static int Whole(string setting, string written, Place at, string unit) =>
        int.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new PolicyException(at, $"{setting} is \"{written}\". Expected a whole number of {unit}, without a unit.");

    private static bool YesOrNo(PolicyAttribute written) => written.Value.Trim() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        var other => throw new PolicyException(
            written.At, $"{written.Name} is \"{other}\". Expected true or false in small letters: this is an XML boolean, unlike metadata items."),
    };
}
