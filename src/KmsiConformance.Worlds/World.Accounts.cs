using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Targets;

namespace KmsiConformance.Worlds;

/// <content>What happens to accounts.</content>
public sealed partial class World
{
    private readonly Dictionary<string, string> _formerPasswords = new(StringComparer.Ordinal);

    /// <summary>The password that a user had before it was changed; null where it was not.</summary>
    public string? FormerPassword(string user) => _formerPasswords.GetValueOrDefault(Target.User(user).UserName);

    /// <summary>Has something happen to an account of the target, past its pages or on the one that it has for that.</summary>
    /// <param name="what">One of <see cref="AccountEvents"/>.</param>
    /// <exception cref="NotSupportedException">The target has no way to bring it about.</exception>
    /// <exception cref="TargetException">It did not come about.</exception>
    public async Task ChangeAccountAsync(string user, string what, CancellationToken cancellation)
    {
        var accounts = Target.Accounts
            ?? throw new NotSupportedException($"The target has no way to bring about that an account is {what}.");
        var name = Target.User(user).UserName;
        if (what == AccountEvents.PasswordChanged) _formerPasswords[name] = Target.User(user).Password;
        var page = accounts.PageFor(what);
        if (page is null) await accounts.ChangeAsync(user, what, cancellation);
        else await DoOnPageAsync(accounts, user, what, page, cancellation);
        Ledger.AppendOf(null, new AccountChanged(name, what) { Page = page?.AbsolutePath });
    }
}
