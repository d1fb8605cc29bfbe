namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>
/// Names of sites in events that are no app's and no identity provider's; those go by their own names, strangers by their
/// bare host.
/// </summary>
public static class KnownSites
{
    /// <summary>The login endpoint.</summary>
    public const string Login = "login";

    /// <summary>A site that is registered nowhere, for sign-outs that must not go there.</summary>
    public const string Stranger = "stranger";

    /// <summary>An address without a host, such as <c>about:blank</c>.</summary>
    public const string None = "none";
}
