using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.OpenIdConnect.SessionManagement;

/// <summary>
/// The page that applications load in a hidden frame and ask whether the session has changed (Session Management, 3). It
/// answers only applications that are registered, and only from an origin of their own.
/// </summary>
internal static class CheckSessionFrame
{
    private const string Script = """
        (() => {
          'use strict';
          const cookie = () => {
            const pair = document.cookie.split('; ').find(each => each.startsWith(STATE + '='));
            return pair === undefined ? '' : pair.slice(STATE.length + 1);
          };
          const hash = async text => {
            const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
            return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
          };
          const judge = async (data, origin) => {
            const [client, state, ...more] = typeof data === 'string' ? data.split(' ') : [];
            const [expected, salt, ...rest] = state === undefined ? [] : state.split('.');
            if (salt === undefined || more.length > 0 || rest.length > 0) return 'error';
            if (!CLIENTS.includes(await hash(client + ' ' + origin))) return 'error';
            return await hash(client + ' ' + origin + ' ' + cookie() + ' ' + salt) === expected ? 'unchanged' : 'changed';
          };
          window.addEventListener('message', async event => {
            if (event.source === window || event.source === null) return;
            event.source.postMessage(await judge(event.data, event.origin), event.origin);
          });
        })();
        """;

    public static string Render(Exchange exchange)
    {
        // Made to be framed by applications; it shows nothing and takes no clicks.
        exchange.Http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{exchange.Nonce}'; base-uri 'none'";
        var clients = exchange.Tenant.Apps.SelectMany(app => app.RedirectUris
            .Select(uri => SessionState.Hash($"{app.ClientId} {new Uri(uri).GetLeftPart(UriPartial.Authority)}")))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Session</title></head><body>
            <script nonce="{exchange.Nonce}">const STATE = {Html.Script(OpenIdCookies.State)}; const CLIENTS = {Html.Script(clients)};
            {Html.Trusted(Script)}</script>
            </body></html>
            """).ToString();
    }
}
