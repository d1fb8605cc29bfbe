using KmsiConformance.Reference.Tokens;
using System.Text.Json;

namespace KmsiConformance.Reference;

/// <summary>A hint is believed whoever issued it.</summary>
internal sealed class BelievesHintOfAnotherTenant : Conduct, IFault
{
    public static string Does => "A hint is believed whoever issued it.";

    public static IReadOnlyList<string> Violates => ["R-113"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    internal override JsonElement? ReadHint(string hint) =>
        Jwt.ReadUnverified(hint, out var algorithm) is { } claims && algorithm is "RS256" ? claims : null;

    public override bool IsIssuer(string? named, string issuer) => true;
}
