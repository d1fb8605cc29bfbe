using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>A RESTful service, as the technical profile says that calls it.</summary>
/// <param name="Id">Id of the technical profile.</param>
/// <param name="Metadata">Its metadata, by key.</param>
/// <param name="Keys">Where the tenant keeps its keys (StorageReferenceId), by what they are for.</param>
/// <param name="Sent">The claims that it is sent.</param>
/// <param name="Given">The claims that are taken from its answer.</param>
/// <param name="Remembered">
/// The claim types that a session remembers, so that the service is not asked again while it lives; null where it is asked
/// at every sign-in: only a profile that refers to a DefaultSSOSessionProvider takes part in the session.
/// </param>
/// <param name="Transforms">Whether it refers to claims transformations.</param>
public sealed record RestService(
    string Id, IReadOnlyDictionary<string, string> Metadata, IReadOnlyDictionary<string, string> Keys,
    IReadOnlyList<ExchangedClaim> Sent, IReadOnlyList<ExchangedClaim> Given, IReadOnlySet<string>? Remembered, bool Transforms, Place At)
{
    private const string Handler = "Web.TPEngine.Providers.RestfulProvider";

    /// <summary>One item of the metadata, or null.</summary>
    public string? this[string key] => Metadata.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    /// <summary>The address that it is called at, as written; null when the policy does not say.</summary>
    public string? ServiceUrl => this["ServiceUrl"];

    /// <summary>Where its claims travel: <c>Body</c>, <c>Form</c>, <c>QueryString</c>, <c>Header</c> or <c>Url</c>.</summary>
    public string SendClaimsIn => this["SendClaimsIn"] ?? "Body";

    /// <summary>
    /// How it is shown who calls: <c>None</c>, <c>Basic</c>, <c>Bearer</c>, <c>ClientCertificate</c> or <c>ApiKeyHeader</c>.
    /// </summary>
    public string AuthenticationType => this["AuthenticationType"] ?? "None";

    /// <summary>Whether resolvers stand for their values in the claims that it is sent.</summary>
    public bool ResolvesClaims => IsTrue("IncludeClaimResolvingInClaimsHandling");

    /// <summary>Whether an item of the metadata says true.</summary>
    public bool IsTrue(string key) => string.Equals(this[key], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The service behind a technical profile; null when the profile calls none.</summary>
    public static RestService? Of(MergedPolicy policy, string technicalProfile)
    {
        if (policy.TechnicalProfile(technicalProfile) is not { } profile) return null;
        if (profile.Child("Protocol")?["Handler"]?.Split(',')[0].Trim() != Handler) return null;
        return new RestService(
            technicalProfile,
            policy.Metadata(technicalProfile).ToDictionary(item => item.Key, item => item.Value.Value, StringComparer.Ordinal),
            profile.All("CryptographicKeys", "Key").Where(key => key["Id"] is not null && key["StorageReferenceId"] is not null)
                .DistinctBy(key => key["Id"]).ToDictionary(key => key["Id"]!, key => key["StorageReferenceId"]!, StringComparer.Ordinal),
            ExchangedClaim.Sent(policy, profile),
            ExchangedClaim.Given(policy, profile),
            SessionProvider.PersistedBy(policy, profile),
            profile.Child("InputClaimsTransformations") is not null || profile.Child("OutputClaimsTransformations") is not null,
            profile.At);
    }
}
