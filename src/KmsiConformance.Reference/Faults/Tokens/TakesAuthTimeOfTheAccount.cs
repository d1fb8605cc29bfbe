using System.Collections.Concurrent;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class TakesAuthTimeOfTheAccount : TokenRules, IFault
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);

    public static string Does => "auth_time is when the account last signed in anywhere, not in this session.";

    public static IReadOnlyList<string> Violates => ["N-13"];

    public override DateTimeOffset AuthTime(string account, DateTimeOffset credentialsGiven, DateTimeOffset now) =>
        _last.AddOrUpdate(account, credentialsGiven, (_, known) => known > credentialsGiven ? known : credentialsGiven);
}
