using System.Text.Json;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Faults.SignOutHint;

internal class BelievesHintOfAnotherTenant : SignOutHintRules, IFault
{
    public static string Does => "A hint is believed whoever issued it.";

    public static IReadOnlyList<string> Violates => ["R-113"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    internal override JsonElement? ReadHint(string hint) =>
        Jwt.ReadUnverified(hint, out var algorithm) is { } claims && algorithm is "RS256" ? claims : null;

    public override bool IsIssuer(string? named, string issuer) => true;
}
