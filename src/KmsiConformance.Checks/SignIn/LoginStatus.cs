using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>With which HTTP status the login endpoint answered the browser last, and whether it says anything of what was asked.</summary>
/// <param name="Code">The status; 0 where it answered nothing.</param>
internal readonly record struct LoginStatus(int Code)
{
    /// <summary>What an app is told by a server that fails, or has had enough (RFC 6749, 4.1.2.1).</summary>
    public static IReadOnlyList<string> Errors { get; } = ["server_error", "temporarily_unavailable"];

    /// <summary>A server that fails, or has had enough, refuses nothing for what was asked.</summary>
    public bool SaysNothing => Code is 429 or >= 500;

    /// <summary>Whether it refuses the request. Where nothing is found, nothing was looked at.</summary>
    public bool Refuses => Code is >= 400 and not (404 or 405) && !SaysNothing;

    public static LoginStatus Of(IEnumerable<Event> seen) => new(
        seen.OfType<RequestCompleted>().LastOrDefault(request => request is { Site: KnownSites.Login, Context: "top-level" })?.Status ?? 0);
}
