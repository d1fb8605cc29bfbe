using System.Collections.Concurrent;
using System.Text.Json;
using Flurl.Http;
using KmsiConformance.Jose;
using KmsiConformance.Ledger;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Apps;

/// <summary>
/// The address at which an app's server is told of a sign-out by the login endpoint's server (Back-Channel Logout, 2.5 to
/// 2.8). No browser takes part; which session has ended is said in a signed token, and nothing of it is believed unchecked.
/// </summary>
internal sealed class BackChannelPages(AppSite site)
{
    private const string Hangs = "hangs";

    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    /// <summary>Ids of the tokens that came; none is taken twice.</summary>
    public IReadOnlyList<string> Seen
    {
        get => [.. _seen.Keys];
        set { foreach (var id in value) _seen.TryAdd(id, true); }
    }

    /// <summary>Checks the token, ends what it names, and answers 200; or 400. Or it does what the app is set to do instead.</summary>
    public async Task NotifyAsync(HttpContext context)
    {
        if (site.Options.BackChannelTrouble is { } trouble)
        {
            // What it cannot read it has not been told.
            if (trouble == Hangs) await context.LeaveUnansweredAsync();
            else context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        var form = await context.Request.ReadFormAsync();
        var (problem, ended) = await TakeAsync(form["logout_token"].ToString());
        context.Response.StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        site.Ledger.Append(new LogoutTokenReceived(site.Name, problem, ended, context.Response.StatusCode));
        for (var session = 0; session < ended; session++) site.Ledger.Append(new AppSessionEnded(site.Name, "notified"));
    }

    private async Task<(string? Problem, int Ended)> TakeAsync(string token)
    {
        try
        {
            var login = site.Surroundings.Login;
            var claims = await LogoutTokenValidator.ValidateAsync(
                token, login.Keys, await login.MetadataAsync("issuer"), site.Options.ClientId, site.Clock.GetUtcNow(), site.Options.Leeway);
            return _seen.TryAdd(claims.Id, true)
                ? (null, site.Sessions.EndAll(claims.Subject, claims.Sid))
                : ("the same logout token has come before", 0);
        }
        catch (FlurlHttpException lost) when (lost.StatusCode is null && lost is not FlurlParsingException)
        {
            var message = LoginEndpoint.Lost(site.Name, lost);
            site.Ledger.Append(new HarnessFault(message));
            return (message, 0);
        }
        catch (Exception refused) when (refused is TokenRefusedException or InvalidDataException or FlurlHttpException or JsonException)
        {
            return (Trouble.Said(refused), 0);
        }
    }
}
