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

    public Uri? PageFor(string what) => file.AccountEvents.GetValueOrDefault(what)?.Page is { } page
        ? new Uri(new Uri(places.Fill(file.Site!)), page)
        : null;

    public Uri? SessionsPage => PageFor(AccountEvents.SessionsRevoked);

    public bool IsShared => file.Start?.Fresh != Freshness.Scenario;

    public void Note(string user, string password) => _passwords[user] = password;

    public async Task ChangeAsync(string user, string what, CancellationToken cancellation)
    {
        var password = what == AccountEvents.PasswordChanged ? NewPassword.Make() : null;

        // Noted before: what was told and not answered may have happened all the same, and is put back too.
        if (password is not null) _passwords[user] = password;
        if (what == AccountEvents.Disabled) _closed.Add(user);
        await RunAsync(what, user, password, cancellation);
    }

    /// <summary>Puts the accounts back, unless nobody comes after.</summary>
    /// <exception cref="TargetException">An account cannot be put back.</exception>
    public async ValueTask DisposeAsync()
    {
        using (_http)
        {
            if (!IsShared) return;

            // One that cannot be put back keeps no other from it.
            var failed = new List<string>();
            foreach (var user in _closed) await PutBackAsync(Enabled, user, null, failed);
            foreach (var user in _passwords.Keys.Where(user => Password(user) != places.Password(user)))
                await PutBackAsync(AccountEvents.PasswordChanged, user, places.Password(user), failed);
            if (failed.Count > 0) throw new TargetException(string.Join(' ', failed));
        }
    }

    private async Task PutBackAsync(string what, string user, string? password, List<string> failed)
    {
        try
        {
            if (PageFor(what) is { } page)
                throw new TargetException($"What {page} changed it did not change back.");
            await RunAsync(what, user, password, CancellationToken.None);
        }
        catch (TargetException failure)
        {
            failed.Add($"The account of {user} is not as it was before: put it back by hand. {failure.Message}");
        }
    }

    private Task RunAsync(string what, string user, string? password, CancellationToken cancellation) =>
        file.AccountEvents[what].RunAsync(
            what, places, file.Start?.Folder ?? file.Folder, file.Users[user].UserName, password, _http, cancellation);
}
