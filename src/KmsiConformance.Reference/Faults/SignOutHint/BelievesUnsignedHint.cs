using System.Text.Json;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Faults.SignOutHint;

internal class BelievesUnsignedHint : SignOutHintRules, IFault
{
    public static string Does => "A hint that says it needs no signature is believed.";

    public static IReadOnlyList<string> Violates => ["R-113"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    internal override JsonElement? ReadHint(string hint) =>
        Jwt.ReadUnverified(hint, out var algorithm) is { } claims && algorithm is "none" ? claims : base.ReadHint(hint);
}
