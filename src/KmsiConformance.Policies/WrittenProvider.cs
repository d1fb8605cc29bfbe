using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Policies;

/// <summary>An identity provider that a written policy offers on its sign-in page.</summary>
/// <param name="Name">Becomes the exchange's id (<c>ContosoExchange</c>) and the value of <c>domain_hint</c>.</param>
/// <param name="Protocol"><c>OpenIdConnect</c>, <c>OAuth2</c> or <c>SAML2</c>.</param>
/// <param name="Metadata">Items of the technical profile's metadata, in their order.</param>
/// <param name="Memory">What sessions remember of it (C-18).</param>
/// <param name="SingleLogoutEnabled">Null leaves the item out .</param>
public sealed record WrittenProvider(
    string Name, string Protocol, IReadOnlyList<(string Key, string Value)> Metadata,
    ProviderMemory Memory = ProviderMemory.Choice, bool? SingleLogoutEnabled = null)
{
    private string Titled => TitledName(Name);

    /// <summary>Id of the claims exchange, and so of the button.</summary>
    public string Exchange => ExchangeOf(Name);

    /// <summary>Id of the claims exchange of a provider of that name.</summary>
    public static string ExchangeOf(string name) => TitledName(name) + "Exchange";

    /// <summary>Id of the technical profile.</summary>
    public string TechnicalProfile => $"{Titled}-{Protocol}";

    /// <summary>What the button says.</summary>
    public string DisplayName => Titled;

    /// <summary>Where the tenant keeps the client secret.</summary>
    public string SecretStorage => $"B2C_1A_{Titled}Secret";

    private static string TitledName(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
