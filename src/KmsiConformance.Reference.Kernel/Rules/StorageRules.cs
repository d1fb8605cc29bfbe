namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>What browsers and whoever stands between may store.</summary>
public class StorageRules : RuleTopic
{
    /// <summary>Whether pages say that nobody may store them (N-18, N-97).</summary>
    public virtual bool KeepsPagesFromStores => true;

    /// <summary>Whether redirects with answers for applications are kept from stores: a second sign-in would get the first one's.</summary>
    public virtual bool KeepsRedirectsFromStores => true;

    /// <summary>Whether answers with tokens say that nobody may store them (N-17).</summary>
    public virtual bool KeepsTokensFromStores => true;
}
