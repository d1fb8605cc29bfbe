using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Jose;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Log;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Kernel.Http;

/// <summary>One tenant: what it is configured with, and everything that it remembers.</summary>
internal class Tenant : IDisposable
{
    private readonly Dictionary<string, LoginPolicy> _policies;
    private readonly Dictionary<string, AppRegistration> _apps;

    public Tenant(TenantOptions options, LoginRules rules, IEnumerable<LoginPolicy> policies, Dialect dialect)
    {
        Dialect = dialect;
        Clock = options.Clock;
        Name = options.Name;
        Rules = rules;
        Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Name)).AsSpan(0, 16)).ToString("D");
        Sessions = new SessionStore(rules.Sessions, Clock);
        Codes = new CodeStore(Clock);
        SigningKey = Kernel.Tokens.SigningKey.Of(options.TokenAlgorithm);
        Tokens = Dialect.Tokens(this);
        Users = new UserDirectory(options.Users);
        Refresh = new RefreshTokenStore(Clock);
        Relay = new NotificationRelay(Clock);
        _policies = policies.ToDictionary(policy => policy.PolicyId, StringComparer.OrdinalIgnoreCase);
        _apps = options.Apps.ToDictionary(app => app.ClientId, StringComparer.Ordinal);
    }

    public TimeProvider Clock { get; }

    public string Name { get; }

    /// <summary>The tenant's GUID; the same for the same name.</summary>
    public string Id { get; }

    public LoginRules Rules { get; }

    /// <summary>What this product says in its own way.</summary>
    public Dialect Dialect { get; }

    public SessionStore Sessions { get; }

    public CodeStore Codes { get; }

    public ProductTokens Tokens { get; }

    /// <summary>Signs all tokens.</summary>
    public TokenKey SigningKey { get; }

    public UserDirectory Users { get; }

    public ServiceLog Log { get; } = new();

    public RefreshTokenStore Refresh { get; }

    public NotificationRelay Relay { get; }

    /// <summary>Known as soon as the server listens.</summary>
    public string Origin { get; set; } = "";

    public string Issuer => Dialect.Issuer(Origin, Id);

    public IEnumerable<LoginPolicy> Policies => _policies.Values;

    public IEnumerable<AppRegistration> Apps => _apps.Values;

    /// <summary>Policies are named without regard to case.</summary>
    public LoginPolicy? Policy(string? id) => id is null ? null : _policies.GetValueOrDefault(id);

    public AppRegistration? App(string? clientId) => clientId is null ? null : _apps.GetValueOrDefault(clientId);

    /// <summary>The application as a session remembers it; null under a policy whose sessions remember none.</summary>
    public Participant? Participant(LoginPolicy policy, AppRegistration app) =>
        Rules.Notification.RemembersApps(policy) ? new Participant(app.ClientId) : null;

    /// <summary>Who may sign in by that name; null for nobody.</summary>
    public ReferenceUser? UserNamed(string name) =>
        Users.Named(name) is { } user && (!user.IsClosed || Rules.Accounts.AdmitsClosedAccounts) ? user : null;

    public virtual ReferenceUser? UserWithId(string objectId) => Users.WithId(objectId);

    /// <summary>Something happens to an account, past the pages.</summary>
    /// <param name="now">The account as it is from now on.</param>
    public void Happen(AccountEvent happened, ReferenceUser now)
    {
        Users.Replace(now);
        if (Rules.Accounts.RevokesRefreshTokens(happened)) Refresh.RevokeAll(now.ObjectId);
        var ofUser = Sessions.Snapshot().Where(known => known.Session.Subject == now.ObjectId).ToList();
        var ended = Rules.Accounts.Ended(happened, [.. ofUser.Select(known => known.Session)]);
        foreach (var (id, session) in ofUser)
            if (ended.Contains(session)) Sessions.End(id);
    }

    /// <summary>Forgets all that happened since the start.</summary>
    public virtual void Forget()
    {
        Sessions.Clear();
        Codes.Clear();
        Refresh.Clear();
        Users.Forget();
        Log.Clear();
    }

    public bool IsNamed(string segment) =>
        string.Equals(segment, Name, StringComparison.OrdinalIgnoreCase) || string.Equals(segment, Id, StringComparison.OrdinalIgnoreCase);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        // What every tenant has needs no closing.
    }
}

/// <summary>What a tenant of any product is started with.</summary>
/// <param name="Name">The first part of every path.</param>
/// <param name="TokenAlgorithm">What tokens are signed with.</param>
internal sealed record TenantOptions(
    TimeProvider Clock, string Name, IReadOnlyList<AppRegistration> Apps, IReadOnlyList<ReferenceUser> Users, string TokenAlgorithm);
