using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference;

/// <summary>The id_token has the algorithm none and no signature.</summary>
internal sealed class LeavesTokensUnsigned : Conduct, IFault
{
    public static string Does => "The id_token has the algorithm none and no signature.";

    public static IReadOnlyList<string> Violates => ["R-004"];

    public override string Write(Dictionary<string, object> claims) =>
        $"{Base64Url.Encode("""{"alg":"none","typ":"JWT"}"""u8)}.{base.Write(claims).Split('.')[1]}.";
}
