using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Accounts;

/// <summary>The documents' examples and the starter pack show names where ids of applications belong.</summary>
internal sealed class NoPlaceholderIsLeft() : FileRule(
    "KMSI100", Severity.Error, "The application ids of the starter pack are filled in.",
    ["R-079"], Documents.KmsiUntil2018, "Claims provider; Application identifiers")
{
    private static readonly Dictionary<string, string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ProxyIdentityExperienceFrameworkAppId"] = "the application id of your ProxyIdentityExperienceFramework registration",
        ["IdentityExperienceFrameworkAppId"] = "the application id of your IdentityExperienceFramework registration",
        ["insert appId here"] = "the application id of your b2c-extensions-app",
        ["insert objectId here"] = "the object id of your b2c-extensions-app",
        ["facebook_clientid"] = "the application id that the provider gave you",
    };

    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        foreach (var profile in file.Root.All("ClaimsProviders", "ClaimsProvider", "TechnicalProfiles", "TechnicalProfile"))
        {
            foreach (var item in profile.All("Metadata", "Item").Where(i => Is(i.Text)))
                yield return Left(item.At, $"Item {item["Key"].Quote()}", profile, item.Text);
            foreach (var claim in profile.All("InputClaims", "InputClaim")
                    .Select(c => (Claim: c, Value: c.Attribute("DefaultValue")))
                    .Where(c => c.Value is not null && Is(c.Value.Value)))
                yield return Left(
                    claim.Value!.At, $"The default of {claim.Claim["ClaimTypeReferenceId"].Quote()}", profile, claim.Value.Value);
        }
    }

    private static bool Is(string value) => Placeholders.ContainsKey(value.Trim());

    private Finding Left(Place at, string what, PolicyElement profile, string value) => Found(
        at,
        $"{what} of {profile["Id"].Quote()} is still {value.Quote()}.",
        $"Write {Placeholders[value.Trim()]}.");
}
