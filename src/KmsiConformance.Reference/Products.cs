using KmsiConformance.Policies;
using KmsiConformance.Reference.AzureAd;
using KmsiConformance.Reference.B2c;
using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Reference.B2c.Http;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.OpenIdConnect;
using KmsiConformance.Reference.Web;

namespace KmsiConformance.Reference;

/// <summary>A product, ready to be served.</summary>
/// <param name="Tenant">What it remembers.</param>
/// <param name="Service">What answers requests.</param>
/// <param name="ReportsToken">What readers of its sign-in log must present; null where it has no such log.</param>
internal sealed record ServedProduct(Tenant Tenant, ILoginService Service, string? ReportsToken = null);

/// <summary>Makes the service of the product that a reading belongs to. The list below is every product there is.</summary>
public static class Products
{
    /// <summary>Makes it.</summary>
    /// <exception cref="ArgumentException">A B2C service has no policy.</exception>
    internal static ServedProduct Make(ReferenceOptions options, LoginRules rules)
    {
        var common = new TenantOptions(options.Clock, options.Tenant, options.Apps, options.Users, options.TokenAlgorithm);
        return options.Readings.Product switch
        {
            LoginProduct.AzureAd => AzureAd(options, common, rules),
            LoginProduct.OpenIdConnect => OpenIdConnect(options, common, rules),
            LoginProduct.Web => Web(options, common, rules),

            // SAML alone is played by the one that speaks it as well.
            _ => B2c(options, common, rules),
        };
    }

    /// <summary>How long sessions last where the product has no custom policies; null where it has.</summary>
    public static SessionSettings? Lifetimes(LoginProduct product) => product switch
    {
        LoginProduct.AzureAd => AzureAdTenant.Lifetimes,
        LoginProduct.OpenIdConnect => OpenIdProvider.Lifetimes,
        LoginProduct.Web => new WebSettings().Sessions,
        _ => null,
    };

    private static ServedProduct AzureAd(ReferenceOptions options, TenantOptions common, LoginRules rules)
    {
        var tenant = new Tenant(common, rules, [AzureAdTenant.Policy(options.Readings.Profile)], new AzureAdDialect());
        var azureAd = new AzureAdTenant(tenant, options.AzureAd);
        return new ServedProduct(tenant, new AzureAdService(azureAd), azureAd.Log.Token);
    }

    // A custom policy stands for the provider's settings here; without one it has its own.
    private static ServedProduct OpenIdConnect(ReferenceOptions options, TenantOptions common, LoginRules rules)
    {
        var policy = options.Policies.Count > 0 ? options.Policies[0] : null;
        var settings = OpenIdProvider.Policy(
            policy?.PolicyId
                ?? options.Readings.Profile, policy?.Settings
                ?? OpenIdProvider.Lifetimes, policy?.KmsiOffered(options.Readings)
                ?? true);
        var tenant = new Tenant(common, rules, [settings], new OpenIdDialect());
        return new ServedProduct(tenant, new OpenIdProvider(tenant));
    }

    private static ServedProduct Web(ReferenceOptions options, TenantOptions common, LoginRules rules)
    {
        var tenant = new Tenant(
            common with { Name = options.Web.Name }, rules, [WebSite.Policy(options.Readings.Profile, options.Web)], new WebDialect());
        return new ServedProduct(tenant, new WebSite(tenant, options.Web));
    }

    private static ServedProduct B2c(ReferenceOptions options, TenantOptions common, LoginRules rules)
    {
        if (options.Policies.Count == 0)
            throw new ArgumentException(
                "The reference needs at least one policy with a RelyingParty: as B2C it is configured by policies alone.", nameof(options));
        var tenant = new B2cTenant(
            common, rules, options.Policies.Select(policy => new B2cPolicy(policy, options.Readings, options.Services)),
            options.PolicyKeys, options.Patience);
        return new ServedProduct(tenant, new B2cService(tenant));
    }
}
