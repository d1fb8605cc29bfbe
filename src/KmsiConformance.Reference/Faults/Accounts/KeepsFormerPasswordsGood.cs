using System.Collections.Concurrent;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Accounts;

internal class KeepsFormerPasswordsGood : SignInRules, IFault
{
    private readonly ConcurrentDictionary<(string Account, string Password), bool> _onceGood = new();

    public static string Does => "A password that was right once stays right, as in a cache that no change of the password reaches.";

    public static IReadOnlyList<string> Violates => ["R-146", "W-23"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool AcceptsPassword(ReferenceUser user, string password)
    {
        if (!base.AcceptsPassword(user, password)) return _onceGood.ContainsKey((user.ObjectId, password));
        _onceGood[(user.ObjectId, password)] = true;
        return true;
    }
}
