using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>What the last id_token of an app says, from a sign-in or from a refresh.</summary>
internal sealed record LastTokens(string? Subject, long? AuthTime)
{
    private const string BoxClaim = "kmsi";

    /// <summary>What it says of the box; null where it says nothing.</summary>
    public string? Box { get; private init; }

    public static LastTokens? Of(IReadOnlyList<Event> all, string app) => all.LastOrDefault(seen => seen switch
    {
        AppSessionStarted started => started.App == app,
        AppRefreshed refreshed => refreshed.App == app && refreshed.Accepted,
        _ => false,
    }) switch
    {
        AppSessionStarted started => new LastTokens(
            started.Subject,
            long.TryParse(started.Claims.GetValueOrDefault("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture,
                out var seconds) ? seconds : null)
        {
            Box = started.Claims.GetValueOrDefault(BoxClaim),
        },
        AppRefreshed refreshed => new LastTokens(refreshed.Subject, refreshed.AuthTime) { Box = refreshed.Box },
        _ => null,
    };
}
