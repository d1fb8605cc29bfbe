using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class IssuesTokensInTheFuture : TokenRules, IFault
{
    public static string Does => "Tokens say that they were issued ten minutes from now.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override DateTimeOffset IssuedAt(DateTimeOffset now) => now.AddMinutes(10);
}
