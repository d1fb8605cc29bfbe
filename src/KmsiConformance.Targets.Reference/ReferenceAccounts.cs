using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Reference;
using KmsiConformance.Reference.Kernel.Accounts;

namespace KmsiConformance.Targets.Reference;

/// <summary>The accounts of a reference, and what happens to them.</summary>
/// <param name="sessionsPage">Path of the page that lists sessions; null where it has none.</param>
internal sealed class ReferenceAccounts(ReferenceServer server, string? sessionsPage = null) : IAccountsFacet
{
    public Uri? SessionsPage => sessionsPage is null ? null : new Uri(new Uri(server.Origin), sessionsPage);

    /// <summary>A user as the account is now.</summary>
    /// <exception cref="UnknownUserException">There is no such user.</exception>
    public TargetUser User(string name)
    {
        var standard = ReferenceTargetKind.StandardUser(name);
        var now = server.Operator.Users.FirstOrDefault(user => user.UserName == standard.UserName);
        return now is null ? standard : new TargetUser(now.UserName, now.Password) { OneTimeCode = standard.OneTimeCode };
    }

    public Task ChangeAsync(string user, string what, CancellationToken cancellation)
    {
        var happened = what switch
        {
            AccountEvents.PasswordChanged => AccountEvent.PasswordChanged,
            AccountEvents.SessionsRevoked => AccountEvent.SessionsRevoked,
            AccountEvents.Disabled => AccountEvent.Disabled,
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No account knows such an event."),
        };
        server.Operator.Happen(
            happened, User(user).UserName, happened == AccountEvent.PasswordChanged ? NewPassword.Make() : null);
        return Task.CompletedTask;
    }
}
