using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds;

/// <content>What happens to accounts.</content>
public sealed partial class World
{
    /// <summary>Has something happen to an account of the target, past its pages.</summary>
    /// <param name="what">One of <see cref="Ledger.Vocabulary.AccountEvents"/>.</param>
    /// <exception cref="NotSupportedException">The target has no way to bring it about.</exception>
    public async Task ChangeAccountAsync(string user, string what, CancellationToken cancellation)
    {
        var accounts = Target.Accounts
            ?? throw new NotSupportedException($"The target has no way to bring about that an account is {what}.");
        var name = Target.User(user).UserName;
        await accounts.ChangeAsync(user, what, cancellation);
        Ledger.AppendOf(null, new AccountChanged(name, what));
    }
}
