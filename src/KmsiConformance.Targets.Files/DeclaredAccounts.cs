using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Sites;

namespace KmsiConformance.Targets.Files;

/// <summary>
/// The accounts of a target, as one world changes them. Where others come after it, they find the accounts as they were.
/// </summary>
/// <param name="places">What the instance puts in.</param>
internal sealed class DeclaredAccounts(TargetFile file, Places places) : IAccountsFacet, IAsyncDisposable
{
    /// <summary>What undoes <see cref="AccountEvents.Disabled"/>.</summary>
    public const string Enabled = "enabled";

    private readonly HttpClient _http = new(LoopbackHttp.CreateHandler()) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly Dictionary<string, string> _passwords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);

    /// <summary>A user's password as it is now.</summary>
    public string Password(string user) => _passwords.GetValueOrDefault(user, places.Password(user));

    public async Task ChangeAsync(string user, string what, CancellationToken cancellation)
    {
        var password = what == AccountEvents.PasswordChanged ? NewPassword.Make() : null;
        await RunAsync(what, user, password, cancellation);
        if (password is not null) _passwords[user] = password;
        if (what == AccountEvents.Disabled) _closed.Add(user);
    }

    /// <summary>Puts the accounts back, unless nobody comes after.</summary>
    /// <exception cref="TargetException">An account cannot be put back.</exception>
    public async ValueTask DisposeAsync()
    {
        using (_http)
        {
            if (file.Start?.Fresh == Freshness.Scenario) return;
            foreach (var user in _closed) await RunAsync(Enabled, user, null, CancellationToken.None);
            foreach (var user in _passwords.Keys)
                await RunAsync(AccountEvents.PasswordChanged, user, places.Password(user), CancellationToken.None);
        }
    }

    private Task RunAsync(string what, string user, string? password, CancellationToken cancellation) =>
        file.AccountEvents[what].RunAsync(
            what, places, file.Start?.Folder ?? file.Folder, file.Users[user].UserName, password, _http, cancellation);
}
