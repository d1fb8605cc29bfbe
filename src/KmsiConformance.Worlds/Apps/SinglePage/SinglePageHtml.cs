using System.Text.Encodings.Web;
using KmsiConformance.Worlds.Browsers;

namespace KmsiConformance.Worlds.Apps.SinglePage;

/// <summary>The pages of a single-page app. All tokens stay in the browser's storage; the server only says what to do.</summary>
internal static class SinglePageHtml
{
    // Asks for orders and carries them out until the page is to stay as it is or to go somewhere else.
    private const string Script = """
        (async () => {
          const { kmsiOrders: role, kmsiKey: key } = document.body.dataset;
          const post = (url, fields) => fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
          const framed = url => new Promise(done => {
            const frame = document.createElement('iframe');
            frame.hidden = true;
            frame.src = url;
            addEventListener('message', event => { if (event.origin === location.origin) done(); });
            setTimeout(done, 8000);
            document.body.append(frame);
          });
          const said = { role, address: location.href };
          for (;;) {
            const orders = await (await post('/orders', { ...said, stored: localStorage.getItem(key) ?? '' })).json();
            if (orders.store) localStorage.setItem(key, orders.store);
            if (orders.forget) localStorage.removeItem(key);
            if (orders.post) {
              said.exchanged = await post(orders.post.url, orders.post.fields).then(answer => answer.text()).catch(() => '');
              continue;
            }
            if (orders.frame) await framed(orders.frame);
            if (orders.go) { location.replace(orders.go); return; }
            document.getElementById('text').textContent = orders.show ?? '';
            document.body.removeAttribute('data-kmsi-working');
            if (parent !== window) parent.postMessage('done', location.origin);
            return;
          }
        })();
        """;

    /// <summary>A page that does what it is told.</summary>
    /// <param name="role">Which page it is; sent along with every question.</param>
    public static string Page(AppSite site, string role) => Document(
        site.Name, $"{OrdersMark.Role}=\"{role}\" {OrdersMark.Key}=\"{Key(site)}\" {OrdersMark.Working}", Script);

    /// <summary>The page behind the LogoutUrl: forgets the tokens at once, before the frame counts as loaded.</summary>
    public static string Forget(AppSite site) => Document(site.Name, $"{OrdersMark.Forgets} {OrdersMark.Key}=\"{Key(site)}\"", $$"""
        const key = document.body.dataset.kmsiKey, had = localStorage.getItem(key);
        localStorage.removeItem(key);
        if (had) fetch('{{OrdersMark.ForgottenPath}}', { method: 'POST', keepalive: true });
        """);

    private static string Key(AppSite site) => $"{site.Name}-tokens";

    private static string Document(string app, string marks, string script) => $"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="kmsi-page" content="app">
        <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>{Html(app)}</title>
        {AppPages.Style}</head>
        <body {marks}><header>{Html(app)}</header><main><p id="text">One moment.</p></main><script>{script}</script></body></html>
        """;

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
