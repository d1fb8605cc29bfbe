using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class NamesAnotherAudience : TokenRules, IFault
{
    public static string Does => "The id_token is made out to another application.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public override string Write(Dictionary<string, object> claims)
    {
        claims["aud"] = "another-application";
        return base.Write(claims);
    }
}
