using KmsiConformance.Reference.Tokens;
using System.Text.Json;

namespace KmsiConformance.Reference;

/// <summary>The signature of a hint is not looked at.</summary>
internal sealed class BelievesTamperedHint : Conduct, IFault
{
    public static string Does => "The signature of a hint is not looked at.";

    public static IReadOnlyList<string> Violates => ["R-113"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    internal override JsonElement? ReadHint(string hint) =>
        Jwt.ReadUnverified(hint, out var algorithm) is { } claims && algorithm is "RS256" ? claims : null;
}
