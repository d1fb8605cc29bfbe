using System.Text.Encodings.Web;
using KmsiConformance.Sites.Pages;

namespace KmsiConformance.Apps.SinglePage;

/// <summary>The pages of a single-page app. All tokens stay in the browser's storage; the server only says what to do.</summary>
internal static class SinglePageHtml
{
    // Asks for commands and carries them out until the page is to stay as it is or to go somewhere else.
    private const string Script = """
        (async () => {
          const { kmsiCommands: role, kmsiKey: key } = document.body.dataset;
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
            const commands = await (await post('/commands', { ...said, stored: localStorage.getItem(key) ?? '' })).json();
            if (commands.store) localStorage.setItem(key, commands.store);
            if (commands.forget) localStorage.removeItem(key);
            if (commands.post) {
              said.exchanged = await post(commands.post.url, commands.post.fields).then(answer => answer.text()).catch(() => '');
              continue;
            }
            if (commands.frame) await framed(commands.frame);
            if (commands.go) { location.replace(commands.go); return; }
            document.getElementById('text').textContent = commands.show ?? '';
            document.body.removeAttribute('data-kmsi-working');
            if (parent !== window) parent.postMessage('done', location.origin);
            return;
          }
        })();
        """;

    /// <summary>A page that does what it is told.</summary>
    /// <param name="role">Which page it is; sent along with every question.</param>
    public static string Page(AppSite site, string role) => Document(
        site.Name, $"{CommandedPage.Role}=\"{role}\" {CommandedPage.Key}=\"{Key(site)}\" {CommandedPage.Working}", Script);

    /// <summary>The page behind the LogoutUrl: forgets the tokens at once, before the frame counts as loaded.</summary>
    public static string Forget(AppSite site) => Document(site.Name, $"{CommandedPage.Forgets} {CommandedPage.Key}=\"{Key(site)}\"", $$"""
        const key = document.body.dataset.kmsiKey, had = localStorage.getItem(key);
        localStorage.removeItem(key);
        if (had) fetch('{{CommandedPage.ForgottenPath}}', { method: 'POST', keepalive: true });
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
