using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Worlds;

/// <content>What happens to accounts.</content>
public sealed partial class World
{
    private readonly Dictionary<string, string> _formerPasswords = new(StringComparer.Ordinal);

    /// <summary>The password that a user had before it was changed; null where it was not.</summary>
    public string? FormerPassword(string user) => _formerPasswords.GetValueOrDefault(Target.User(user).UserName);

    /// <summary>Has something happen to an account of the target, past its pages.</summary>
    /// <param name="what">One of <see cref="AccountEvents"/>.</param>
    /// <exception cref="NotSupportedException">The target has no way to bring it about.</exception>
    public async Task ChangeAccountAsync(string user, string what, CancellationToken cancellation)
    {
        var accounts = Target.Accounts
            ?? throw new NotSupportedException($"The target has no way to bring about that an account is {what}.");
        var name = Target.User(user).UserName;
        if (what == AccountEvents.PasswordChanged) _formerPasswords[name] = Target.User(user).Password;
        await accounts.ChangeAsync(user, what, cancellation);
        Ledger.AppendOf(null, new AccountChanged(name, what));
    }
}
