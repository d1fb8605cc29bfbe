using KmsiConformance.Policies;
using KmsiConformance.Reference.Entra;
using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.OpenId;

namespace KmsiConformance.Reference;

/// <summary>Makes the service of the product that a profile belongs to.</summary>
internal static class Product
{
    /// <summary>Makes it.</summary>
    /// <returns>What it remembers, what answers requests, and what readers of its sign-in log must present.</returns>
    /// <exception cref="ArgumentException">A B2C service has no policy.</exception>
    public static (Tenant Tenant, ILoginService Service, string? ReportsToken) Make(ReferenceOptions options, Conduct conduct)
    {
        if (options.Profile == ReferenceProfiles.AzureAdJune2020)
        {
            var tenant = new Tenant(options with { Policies = [Lifetimes(options)] }, conduct, new EntraDialect());
            var entra = new EntraTenant(tenant, options.Entra);
            return (tenant, new EntraService(entra), entra.Log.Token);
        }

        if (options.Profile == ReferenceProfiles.OpenIdConnect)
        {
            var settings = options.Policies.Count > 0 ? options.Policies : [Lifetimes(options)];
            var provider = new Tenant(options with { Policies = settings }, conduct, new OpenIdDialect());
            return (provider, new OpenIdProvider(provider), null);
        }

        if (options.Policies.Count == 0)
            throw new ArgumentException("The reference needs at least one policy with a RelyingParty: as B2C it is configured by policies alone.", nameof(options));
        var b2c = new Tenant(options, conduct);
        return (b2c, new LoginService(b2c), null);
    }

    // What the products share takes its session settings from a policy; one without policies has its lifetimes in that form.
    private static CustomPolicy Lifetimes(ReferenceOptions options) =>
        PolicyReader.Parse(PolicyWriter.Write(ReferenceProfiles.Lifetimes(options.Profile)!, options.Profile, options.Tenant, kmsiOffered: true, B2cProfile.Default), options.Profile);
}
