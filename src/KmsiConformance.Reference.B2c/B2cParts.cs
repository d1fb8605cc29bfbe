using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.B2c.SecondFactor;
using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.B2c;

/// <summary>What an exchange, and the rules, hold for this product alone.</summary>
internal static class B2cParts
{
    extension(Exchange exchange)
    {
        /// <summary>The tenant.</summary>
        public B2cTenant B2c => (B2cTenant)exchange.Tenant;

        /// <summary>The policy that runs.</summary>
        public B2cPolicy B2cPolicy => (B2cPolicy)exchange.Policy;

        /// <summary>The identity providers that the policy offers, in the order of the sign-in page.</summary>
        public IReadOnlyList<FederatedChoice> Choices => exchange.B2cPolicy.Offer.Choices;

        /// <summary>What sessions remember of each, by technical profile.</summary>
        public IReadOnlyDictionary<string, ProviderMemory> Memories => exchange.B2cPolicy.Offer.Memories;
    }

    extension(LoginRules rules)
    {
        public FederationRules Federation => rules.Of<FederationRules>();

        public SecondFactorRules SecondFactor => rules.Of<SecondFactorRules>();

        public ServiceRules Services => rules.Of<ServiceRules>();
    }
}
