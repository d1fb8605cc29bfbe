using KmsiConformance.Reference.Kernel.Accounts;

namespace KmsiConformance.Reference.B2c.SecondFactor;

/// <summary>Accepts each one-time code once (RFC 6238, section 5.2): whoever looks over a shoulder comes too late.</summary>
internal sealed class OneTimeCodeStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _spent = new(StringComparer.Ordinal);

    /// <summary>Whether the code is the user's and was not used before; if so it is used now.</summary>
    public bool Spend(ReferenceUser user, string code, DateTimeOffset now, SecondFactorRules rules)
    {
        if (user.Authenticator.Accepts(code, now, rules.HalfMinutesLate) is not { } step) return false;
        var account = rules.SpentBy(user.ObjectId);
        lock (_gate)
        {
            if (!rules.AcceptsCodeAgain && _spent.TryGetValue(account, out var last) && step <= last) return false;
            _spent[account] = step;
            return true;
        }
    }

    /// <summary>Forgets which codes were used; right only when the clock goes back as well.</summary>
    public void Clear()
    {
        lock (_gate) _spent.Clear();
    }
}
