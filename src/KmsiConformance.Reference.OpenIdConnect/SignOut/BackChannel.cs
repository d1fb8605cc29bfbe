using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Sites;

namespace KmsiConformance.Reference.OpenIdConnect.SignOut;

/// <summary>
/// Tells the servers of a session's applications that it has ended (Back-Channel Logout). All at once, each once, and none
/// holds the sign-out up for long: a browser waits behind it.
/// </summary>
internal sealed class BackChannel(Tenant tenant)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly HttpClient Http = new(LoopbackHttp.CreateHandler()) { Timeout = Patience };

    /// <summary>Tells those of a session that has ended, or is about to.</summary>
    /// <returns>Whether all of them took it.</returns>
    public async Task<bool> TellAsync(Session? signedOut)
    {
        var rules = tenant.Rules.Notification;
        if (signedOut is null || !rules.TellsByBackChannel) return true;
        var apps = signedOut.Participants.Select(participant => tenant.App(participant.ClientId))
            .OfType<AppRegistration>()
            .Where(app => app.BackChannelLogoutUri is not null);
        if (rules.TellsTheRestAfterAFailure)
            return Array.TrueForAll(await Task.WhenAll(apps.Select(app => TellAsync(app, signedOut))), told => told);
        foreach (var app in apps)
            if (!await TellAsync(app, signedOut)) return false;
        return true;
    }

    private async Task<bool> TellAsync(AppRegistration app, Session signedOut)
    {
        var token = ((OpenIdTokens)tenant.Tokens).LogoutToken(app.ClientId, signedOut.Subject, signedOut.Sid);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        try
        {
            using var answer = await Http.PostAsync(new Uri(app.BackChannelLogoutUri!), form);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            // What an application misses is its own affair: the user is signed out here all the same.
            return false;
        }
    }
}
