using KmsiConformance.Reference.AzureAd.StaySignedIn;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.AzureAd;

/// <summary>What the rules hold for this product alone.</summary>
internal static class AzureAdParts
{
    extension(LoginRules rules)
    {
        public StaySignedInRules StaySignedIn => rules.Of<StaySignedInRules>();
    }
}
