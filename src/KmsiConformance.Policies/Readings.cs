namespace KmsiConformance.Policies;

/// <summary>
/// A dated reading of the documents: the product they speak of, and the side taken in each conflict between them. It
/// comes from <c>profiles.yaml</c>; what follows from it is decided here and nowhere by a profile's name.
/// </summary>
/// <param name="Profile">The profile's name, for people.</param>
/// <param name="Product">The product that the profile's documents describe.</param>
/// <param name="Sides">The side taken, by conflict id; a conflict that is not named does not arise in the documents.</param>
public sealed record Readings(string Profile, LoginProduct Product, IReadOnlyDictionary<string, string> Sides)
{
    /// <summary>B2C without a document: no conflict is decided.</summary>
    public static readonly Readings Undecided = new("undecided", LoginProduct.B2c, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Whether a kept session must pass both gates, the days and the seconds (C-01).</summary>
    public bool BothGatesMustPass => Takes("C-01", "two-gates");

    /// <summary>The number of days in the document's own example (C-02).</summary>
    public int DaysOfTheExample => Takes("C-02", "14-days-1200-seconds") ? 14 : 7;

    /// <summary>Whether the box needs <c>setting.enableRememberMe</c> beside the content definition (C-05).</summary>
    public bool BoxNeedsMetadata => Takes("C-05", "metadata");

    /// <summary>Whether a return address is compared with the registered ones at every sign-out (C-11).</summary>
    public bool ComparesReturnAddressAlways => Takes("C-11", "always");

    /// <summary>Whether the application that asked for a sign-out is told of it as well (C-15).</summary>
    public bool TellsInitiator => Takes("C-15", "initiator-included");

    /// <summary>Whether a policy that keeps nobody signed in removes the cookie of a kept session that it uses (C-20).</summary>
    public bool PolicyWithoutDaysRemovesCookie => Takes("C-20", "cookie-removed");

    /// <summary>Whether a sign-out tells the other applications of the session (C-21).</summary>
    public bool TellsApps => Takes("C-21", "apps-told");

    /// <summary>
    /// Whether the product's issuer is an address with the id of a tenant, and not the one above its discovery document, as
    /// OpenID Connect Discovery (4.3) wants it.
    /// </summary>
    public bool NamesIssuerByTenant => Product is LoginProduct.B2c or LoginProduct.AzureAd;

    /// <summary>Whether the profile takes that side; false where the conflict does not arise.</summary>
    public bool Takes(string conflict, string side) =>
        Sides.TryGetValue(conflict, out var taken) && string.Equals(taken, side, StringComparison.Ordinal);

    /// <summary>The same reading with another side in one conflict.</summary>
    public Readings With(string conflict, string side) =>
        this with { Sides = new Dictionary<string, string>(Sides, StringComparer.Ordinal) { [conflict] = side } };

    /// <inheritdoc/>
    public override string ToString() => Profile;
}

/// <summary>The products whose sign-in the profiles describe.</summary>
public enum LoginProduct
{
    /// <summary>Azure AD B2C with custom policies.</summary>
    B2c,

    /// <summary>Azure AD, with the question whether to stay signed in.</summary>
    AzureAd,

    /// <summary>A provider that follows the OpenID Connect specifications and nothing else.</summary>
    OpenIdConnect,

    /// <summary>An identity provider that follows the SAML 2.0 specifications and nothing else.</summary>
    Saml,

    /// <summary>A site with a sign-in page of its own that speaks no protocol.</summary>
    Web,
}
