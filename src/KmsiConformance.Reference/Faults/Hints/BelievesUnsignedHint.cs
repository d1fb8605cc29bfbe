using KmsiConformance.Reference.Tokens;
using System.Text.Json;

namespace KmsiConformance.Reference;

/// <summary>A hint that says it needs no signature is believed.</summary>
internal sealed class BelievesUnsignedHint : Conduct, IFault
{
    public static string Does => "A hint that says it needs no signature is believed.";

    public static IReadOnlyList<string> Violates => ["R-113"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    internal override JsonElement? ReadHint(string hint) =>
        Jwt.ReadUnverified(hint, out var algorithm) is { } claims && algorithm is "none" ? claims : base.ReadHint(hint);
}
