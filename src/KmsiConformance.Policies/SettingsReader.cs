using System.Globalization;

namespace KmsiConformance.Policies;

/// <summary>Reads <c>RelyingParty/UserJourneyBehaviors</c> (R-070 to R-074). A value that is not of its type counts as absent.</summary>
internal sealed class SettingsReader(Action<PolicyException> onProblem)
{
    /// <summary>Finds the settings that are written; <paramref name="behaviors"/> is null when there are none.</summary>
    /// <param name="onProblem">Told of each value that is not of its type.</param>
    public static SettingPlaces Read(PolicyElement? behaviors, Action<PolicyException> onProblem)
    {
        if (behaviors is null) return new SettingPlaces();
        var reader = new SettingsReader(onProblem);
        var signOn = behaviors.Child("SingleSignOn");
        return new SettingPlaces
        {
            Scope = signOn?.Attribute("Scope") is { } scope ? reader.Scope(scope) : null,
            KeepAliveInDays = signOn?.Attribute("KeepAliveInDays") is { } days
                ? reader.Whole("KeepAliveInDays", days.Value, days.At, "days")
                : null,
            EnforceIdTokenHintOnLogout = signOn?.Attribute("EnforceIdTokenHintOnLogout") is { } hint ? reader.YesOrNo(hint) : null,
            SessionExpiryType = behaviors.Child("SessionExpiryType") is { } type ? reader.Expiry(type) : null,
            SessionExpiryInSeconds = behaviors.Child("SessionExpiryInSeconds") is { } seconds
                ? reader.Whole("SessionExpiryInSeconds", seconds.Text, seconds.At, "seconds")
                : null,
        };
    }

    private Located<SsoScope>? Scope(PolicyAttribute written) => written.Value switch
    {
        "Tenant" => new(SsoScope.Tenant, written.At),
        "Application" => new(SsoScope.Application, written.At),
        "Policy" => new(SsoScope.Policy, written.At),
        "Suppressed" => new(SsoScope.Suppressed, written.At),
        "TrustFramework" => new(SsoScope.TrustFramework, written.At),
        "Disabled" => Wrong<SsoScope>(
            written.At, "Scope is \"Disabled\", which is the portal's word. In XML the same setting is written Scope=\"Suppressed\"."),
        var other => Wrong<SsoScope>(
            written.At,
            $"Scope is \"{other}\". Expected Tenant, Application, Policy, Suppressed or TrustFramework, with this capitalisation."),
    };

    private Located<ExpiryType>? Expiry(PolicyElement written) => written.Text switch
    {
        "Rolling" => new(ExpiryType.Rolling, written.At),
        "Absolute" => new(ExpiryType.Absolute, written.At),
        var other => Wrong<ExpiryType>(
            written.At, $"SessionExpiryType is \"{other}\". Expected Rolling or Absolute, with this capitalisation."),
    };

    private Located<int>? Whole(string setting, string written, Place at, string unit) =>
        int.TryParse(
            written, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var value)
            ? new(value, at)
            : Wrong<int>(at, $"{setting} is \"{written}\". Expected a whole number of {unit}, without a unit.");

    private Located<bool>? YesOrNo(PolicyAttribute written) => written.Value.Trim() switch
    {
        "true" or "1" => new(true, written.At),
        "false" or "0" => new(false, written.At),
        var other => Wrong<bool>(
            written.At,
            $"{written.Name} is \"{other}\". Expected true or false in small letters: this is an XML boolean, unlike metadata items."),
    };

    private Located<T>? Wrong<T>(Place at, string problem)
    {
        onProblem(new PolicyException(at, problem));
        return null;
    }
}
