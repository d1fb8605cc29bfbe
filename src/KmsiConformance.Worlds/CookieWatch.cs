using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite;
using KmsiConformance.Worlds.Recipes;

namespace KmsiConformance.Worlds;

/// <summary>
/// Reads the browser's own cookie store and records what differs from the last look. Verdicts on cookies rest on the
/// store, never on the <c>Set-Cookie</c> header alone: what a browser did not keep was not kept (P-08).
/// </summary>
/// <param name="toWorld">Translates the browser's time into the world's.</param>
public sealed class CookieWatch(
    WorldLedger ledger, SiteRoles sites, Recipe recipe,
    IReadOnlyDictionary<string, string> appCookies, Func<DateTimeOffset, DateTimeOffset> toWorld)
{
    /// <summary>Name of the session cookie of each identity provider.</summary>
    public IReadOnlyDictionary<string, string> ProviderCookies { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The device whose cookies these are; null where there is one only.</summary>
    public string? Device { get; init; }

    // A browser keeps whole seconds or less, and an aged store is rewritten: smaller differences mean nothing.
    private static readonly TimeSpan Same = TimeSpan.FromSeconds(2);

    private readonly HashSet<(string Name, string Value)> _ofSessions = [];

    private Dictionary<CookieIdentity, StoredCookie> _last = [];

    /// <summary>
    /// Names and values that cookies of the session were seen with since credentials were given in this browser; before, they hold
    /// nobody's session. Nothing of this leaves the process.
    /// </summary>
    public IReadOnlyCollection<(string Name, string Value)> OfSessions => _ofSessions;

    /// <summary>
    /// Reads the store, appends the differences and then a <see cref="CookiesRead"/>; nothing where the browser does
    /// not tell.
    /// </summary>
    public async Task LookAsync(IBrowser browser, CancellationToken cancellation)
    {
        if (!browser.TellsCookies) return;
        var now = (await browser.CookiesAsync(cancellation)).ToDictionary(cookie => cookie.Identity);
        foreach (var (key, cookie) in now)
        {
            var world = cookie with { ExpiresAt = cookie.ExpiresAt is { } until ? toWorld(until) : null };
            now[key] = world;
            if (!_last.TryGetValue(key, out var before)) Append("set", world);
            else if (before.Value != world.Value || !SameExpiry(before.ExpiresAt, world.ExpiresAt)) Append("renewed", world);
            else now[key] = before;
        }

        foreach (var (_, gone) in _last.Where(cookie => !now.ContainsKey(cookie.Key))) Append("gone", gone);
        _last = now;
        if (_ofSessions.Count > 0 || ledger.Since(0).OfType<CredentialsPosted>().Any(posted => posted.Device == Device))
        {
            _ofSessions.UnionWith(now.Values.Where(cookie => CookieRoles.CountsAs(RoleOf(cookie), CookieRoles.Session))
                .Select(cookie => (cookie.Name, cookie.Value)));
        }

        ledger.AppendOf(Device, new CookiesRead(now.Count) { PartitionsAreUntold = !browser.TellsPartitions });
    }

    /// <summary>Takes cookies for those of the last look.</summary>
    public void Remember(IEnumerable<StoredCookie> cookies) => _last = cookies
        .Select(cookie => cookie with { ExpiresAt = cookie.ExpiresAt is { } until ? toWorld(until) : null })
        .ToDictionary(cookie => cookie.Identity);

    /// <summary>
    /// The browser's clock jumped: what it stored ends that much later by the world's (negative: sooner), and no site has done it.
    /// </summary>
    public void Shift(TimeSpan later) => _last = _last.ToDictionary(
        known => known.Key, known => known.Value with { ExpiresAt = known.Value.ExpiresAt + later });

    /// <summary>What the store holds now, as evidence; says nothing about what changed.</summary>
    public async Task<IReadOnlyList<FoundCookie>> FoundAsync(IBrowser browser, CancellationToken cancellation) =>
        [.. (await browser.CookiesAsync(cancellation)).Select(cookie => new FoundCookie(
            sites.OfHost(cookie.Domain), RoleOf(cookie), cookie.Name, cookie.Domain,
            cookie.ExpiresAt is { } until ? toWorld(until) : null, Secrets.Fingerprint(cookie.Value))
        {
            Partition = cookie.Partition,
        })];

    /// <summary>The role of a stored cookie; null when it has none.</summary>
    public string? RoleOf(StoredCookie cookie) => RoleOf(cookie.Name, cookie.Domain);

    /// <summary>The role of a cookie by its name and domain; null when it has none.</summary>
    public string? RoleOf(string name, string domain)
    {
        var site = sites.OfHost(domain);
        if (appCookies.TryGetValue(site, out var session)) return IsOf(session, name) ? CookieRoles.AppSession : null;

        if (ProviderCookies.TryGetValue(site, out var provider)) return name == provider ? CookieRoles.ProviderSession : null;

        // Not only on the login host: a session cookie that strayed to another host is still the session cookie.
        return recipe.CookieRole(name);
    }

    // A session that is too long for one cookie comes in several: NAME says how many, NAMEC1 and so on hold it.
    private static bool IsOf(string session, string name) =>
        name == session
            || (name.StartsWith(session + "C", StringComparison.Ordinal) && int.TryParse(name[(session.Length + 1)..], out _));

    private void Append(string change, StoredCookie cookie) => ledger.AppendOf(Device, new CookieChanged(
        change, sites.OfHost(cookie.Domain), RoleOf(cookie), cookie.Name, cookie.Domain, cookie.Path,
        cookie.ExpiresAt, cookie.Secure, cookie.HttpOnly, cookie.SameSite, Secrets.Fingerprint(cookie.Value))
    {
        Partition = cookie.Partition,
    });

    private static bool SameExpiry(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other is null : other is not null && (one.Value - other.Value).Duration() <= Same;
}
