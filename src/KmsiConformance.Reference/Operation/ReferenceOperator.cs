using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Log;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Operation;

/// <summary>A session as its operator sees it. The handle is not among it: the service itself knows only its hash.</summary>
/// <param name="Id">The first 64 bits of the handle's hash.</param>
/// <param name="SharedBy"><c>tenant</c>, <c>application ID</c> or <c>policy ID</c>.</param>
/// <param name="Kept">Whether "Keep me signed in" was ticked, and had an effect.</param>
public sealed record SessionView(
    string Id, string? User, string SharedBy, bool Kept, DateTimeOffset SignedInAt, DateTimeOffset ExpiresAt, bool Expired);

/// <summary>
/// What the person who runs the service may see and do, besides what HTTP offers to everybody. Applications and browsers
/// have no way to it.
/// </summary>
public sealed class ReferenceOperator
{
    private const int ShownHashDigits = 16;

    private readonly Tenant _tenant;

    internal ReferenceOperator(Tenant tenant) => _tenant = tenant;

    /// <summary>What was asked of the service, and who signed in.</summary>
    public ServiceLog Log => _tenant.Log;

    public IReadOnlyList<ReferenceUser> Users => _tenant.Users.All;

    /// <summary>All sessions that are remembered, the latest first.</summary>
    public IReadOnlyList<SessionView> Sessions()
    {
        var now = _tenant.Clock.GetUtcNow();
        return [.. _tenant.Sessions.Snapshot().OrderByDescending(s => s.Session.SignedInAt).Select(s => new SessionView(
            s.Id.Hash[..ShownHashDigits].ToLowerInvariant(),
            _tenant.Users.WithId(s.Session.Subject)?.UserName,
            SharedBy(s.Session.Key),
            s.Session.Kept,
            s.Session.SignedInAt,
            s.Session.ExpiresAt,
            _tenant.Rules.Sessions.HasExpired(s.Session, now)))];
    }

    /// <summary>Adds an account.</summary>
    /// <returns>False when its name, address or object id is taken.</returns>
    public bool Add(ReferenceUser user) => _tenant.Users.Add(user);

    /// <summary>Something happens to an account, past the pages.</summary>
    /// <param name="userName">The account's user name.</param>
    /// <param name="password">The new password; for <see cref="AccountEvent.PasswordChanged"/> alone.</param>
    /// <returns>False when there is no such account.</returns>
    public bool Happen(AccountEvent happened, string userName, string? password = null)
    {
        if (Users.FirstOrDefault(known => string.Equals(known.UserName, userName, StringComparison.OrdinalIgnoreCase)) is not { } user)
            return false;
        _tenant.Happen(happened, happened switch
        {
            AccountEvent.PasswordChanged => user with { Password = password ?? throw new ArgumentNullException(nameof(password)) },
            AccountEvent.Disabled => user with { IsClosed = true },
            _ => user,
        });
        return true;
    }

    /// <summary>
    /// Forgets all that happened since the start: sessions, sign-ins under way, codes, the log, and accounts that were
    /// added.
    /// </summary>
    public void Reset() => _tenant.Forget();

    private static string SharedBy(SessionKey key) => (key.ClientId, key.PolicyId) switch
    {
        ({ } client, _) => $"application {client}",
        (_, { } policy) => $"policy {policy}",
        _ => "tenant",
    };
}
