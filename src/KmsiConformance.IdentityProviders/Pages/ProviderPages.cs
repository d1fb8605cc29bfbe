using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace KmsiConformance.IdentityProviders.Pages;

/// <summary>The pages of a provider: plain, usable by people, and marked so that tools can tell them apart.</summary>
internal static class ProviderPages
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1d1b2e;--quiet:#575468;--page:#f1eef7;--card:#fff;--line:#8a86a0;--accent:#5b2a9d;
          --accent-ink:#fff;--alarm:#a4161a}
        @media (prefers-color-scheme:dark){:root{--ink:#ece9f5;--quiet:#aaa5bd;--page:#12101a;--card:#1d1a29;--line:#716c88;
          --accent:#c3a6f5;--accent-ink:#1d1a29;--alarm:#ff9d95}}
        *{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--page);
          color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,sans-serif}
        main{width:100%;max-width:24rem;padding:2rem;background:var(--card);border-radius:.75rem;border-top:.4rem solid var(--accent);
          box-shadow:0 8px 28px rgb(0 0 0/.12)}
        .brand{margin:0 0 1.25rem;color:var(--accent);font-weight:700;font-size:1.1rem;letter-spacing:.01em}h1{margin:0 0 .25rem;
          font-size:1.45rem;line-height:1.25}
        .lead{margin:0 0 1.25rem;color:var(--quiet);overflow-wrap:anywhere}label{display:block;margin:0 0 .3rem;font-weight:600;
          font-size:.95rem}
        input{display:block;width:100%;margin:0 0 1rem;padding:.6rem .7rem;font:inherit;color:inherit;background:transparent;
          border:1px solid var(--line);border-radius:.4rem}
        .buttons{display:flex;gap:.75rem}button{flex:1;padding:.65rem 1rem;font:inherit;font-weight:600;border-radius:.4rem;
          border:1px solid var(--accent);cursor:pointer}
        .primary{background:var(--accent);color:var(--accent-ink)}.secondary{background:transparent;color:var(--accent)}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}.hint{margin:1.25rem 0 0;color:var(--quiet);font-size:.9rem}
        .message{margin:0 0 1rem;color:var(--alarm);font-weight:600}
        """;

    private const string Submit = "document.getElementById('auto').submit()";

    /// <summary>Nothing is loaded from anywhere; the one script that runs is the one written here.</summary>
    public static readonly string ContentPolicy =
        "default-src 'none'; img-src data:; base-uri 'none'; style-src 'unsafe-inline'; script-src "
        + $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Submit)))}'";

    /// <summary>Asks for user name and password.</summary>
    /// <param name="client">Who wants to know.</param>
    /// <param name="pending">The id of the request that waits.</param>
    /// <param name="message">Why the last attempt failed; null for the first.</param>
    public static string Credentials(
        string provider, string client, string pending, string? message, string userName, string? hint = null) =>
        Page(provider, "provider-sign-in", "Sign in", $"""
        <h1>Sign in</h1>
        <p class="lead">with your {Text(provider)} account, to continue to {Text(client)}</p>
        {(message is null ? "" : $"<p class=\"message\" role=\"alert\">{Text(message)}</p>")}
        <form id="provider-form" method="post" action="/sign-in">
        <input type="hidden" name="request" value="{Text(pending)}">
        <label for="provider-user">User name</label>
        <input id="provider-user" name="user" type="text" autocomplete="username"
          autocapitalize="none" spellcheck="false" required autofocus value="{Text(userName)}">
        <label for="provider-password">Password</label>
        <input id="provider-password" name="password" type="password" autocomplete="current-password" required>
        <div class="buttons">
        <button id="provider-submit" class="primary" type="submit" name="action" value="sign-in">Sign in</button>
        <button id="provider-cancel" class="secondary" type="submit" name="action" value="cancel" formnovalidate>Cancel</button>
        </div>
        </form>
        {(hint is null ? "" : $"<p class=\"hint\">{Text(hint)}</p>")}
        """);

    /// <summary>A page that only tells.</summary>
    /// <param name="marker">The value of <c>data-page</c>.</param>
    public static string Telling(string provider, string marker, string heading, string text) => Page(provider, marker, heading, $"""
        <h1>{Text(heading)}</h1>
        <p class="lead">{Text(text)}</p>
        """);

    /// <summary>The page of somebody who is signed in.</summary>
    /// <param name="signOut">Where its link leads that signs out.</param>
    public static string Account(string provider, string text, string signOut) =>
        Page(provider, "provider-account", "Your account", $"""
        <h1>Your account</h1>
        <p class="lead">{Text(text)}</p>
        <p><a id="provider-sign-out" href="{Text(signOut)}">Sign out</a></p>
        """);

    /// <summary>Carries an answer to a client by a form that posts itself.</summary>
    public static string FormPost(string provider, string address, IEnumerable<(string Name, string Value)> fields) =>
        Page(provider, "provider-answer", "One moment", $"""
        <form id="auto" method="post" action="{Text(address)}">
        {string.Concat(fields.Select(field => $"<input type=\"hidden\" name=\"{Text(field.Name)}\" value=\"{Text(field.Value)}\">"))}
        <noscript><button class="primary" type="submit">Continue</button></noscript>
        </form>
        <script>{Submit}</script>
        """);

    private static string Page(string provider, string marker, string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="kmsi-page" content="app">
        <link rel="icon" href="data:,"><title>{Text(title)} · {Text(provider)}</title><style>{Style}</style></head>
        <body data-page="{marker}"><main><p class="brand">{Text(provider)}</p>
        {body}
        </main></body></html>
        """;

    private static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
