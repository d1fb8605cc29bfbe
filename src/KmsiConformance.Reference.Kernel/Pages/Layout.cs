using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>What all pages have in common: the policy for content, the look, and a marker that says which page it is.</summary>
internal static class Layout
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --page: #eef2f6; --card: #fff; --line: #8c959f;
          --accent: #0a5cab; --accent-strong: #084a8a; --accent-ink: #fff; --alarm: #a4161a; --alarm-page: #fdecea; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #9da7b1; --page: #0d1117; --card: #161b22; --line: #6e7681;
          --accent: #6cb6ff; --accent-strong: #96cbff; --accent-ink: #0d1117; --alarm: #ff9d95; --alarm-page: #3a1618; } }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center; justify-content: center;
          gap: 1.25rem;
          padding: 1.5rem 1rem; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
        main { width: 100%; max-width: 26rem; padding: 2.25rem 2rem; background: var(--card); border-radius: .75rem;
          box-shadow: 0 1px 2px rgb(0 0 0 / .12), 0 8px 28px rgb(0 0 0 / .10); }
        .brand { display: flex; align-items: center; gap: .6rem; margin: 0 0 1.5rem; color: var(--quiet); font-size: .9rem;
          overflow-wrap: anywhere; }
        .brand svg { flex: none; color: var(--accent); }
        h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
        .lead { margin: 0 0 1.5rem; color: var(--quiet); overflow-wrap: anywhere; }
        .told { margin: .6rem 0 0; overflow-wrap: anywhere; }
        main > :last-child, dd:last-child { margin-bottom: 0; }
        .entry-item { margin-bottom: 1.1rem; }
        .entry-item label { display: block; margin-bottom: .3rem; font-weight: 600; font-size: .95rem; }
        .entry-item input { width: 100%; padding: .65rem .75rem; font: inherit; color: inherit; background: transparent;
          border: 1px solid var(--line); border-radius: .45rem; }
        .entry-item input[aria-invalid=true] { border-color: var(--alarm); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .rememberMe { display: flex; align-items: flex-start; gap: .6rem; margin: 0 0 1.4rem; }
        .rememberMe input { flex: none; width: 1.15rem; height: 1.15rem; margin: .2rem 0 0; accent-color: var(--accent); }
        .rememberMe small { display: block; color: var(--quiet); }
        button, .button { display: block; width: 100%; padding: .75rem 1rem; font: inherit; font-weight: 650; text-align: center;
          text-decoration: none;
          color: var(--accent-ink); background: var(--accent); border: 0; border-radius: .45rem; cursor: pointer; }
        button:hover, .button:hover { background: var(--accent-strong); }
        button[aria-disabled=true] { opacity: .65; cursor: progress; }
        a { color: var(--accent); }
        .error { display: none; margin: 0 0 .35rem; color: var(--alarm); font-size: .92rem; }
        .error.shown { display: block; }
        .error p { margin: 0; }
        .error.pageLevel { margin-bottom: 1.25rem; padding: .7rem .85rem; background: var(--alarm-page); border-radius: .45rem;
          font-size: 1rem; }
        .claims-provider-list-buttons { margin-top: 1.5rem; padding-top: 1.25rem;
          border-top: 1px solid color-mix(in srgb, var(--line) 45%, transparent); }
        .claims-provider-list-buttons h2 { margin: 0 0 .75rem; color: var(--quiet); font-size: .95rem; font-weight: 600; }
        .accountButton { width: 100%; margin: 0 0 .6rem; background: transparent; color: var(--accent); border: 1px solid var(--accent); }
        .accountButton:hover { background: var(--accent); color: var(--accent-ink); }
        dl { margin: 1.25rem 0 0; padding-top: 1rem; border-top: 1px solid color-mix(in srgb, var(--line) 45%, transparent);
          font-size: .88rem; }
        dt { color: var(--quiet); }
        dd { margin: 0 0 .6rem; font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; overflow-wrap: anywhere; }
        footer { color: var(--quiet); font-size: .82rem; text-align: center; }
        @media (max-width: 30rem) { body { justify-content: flex-start; padding: 0; background: var(--card); }
          main { max-width: none; border-radius: 0; box-shadow: none; padding: 1.75rem 1.25rem; } }
        """;

    private const string Lock = """
        <svg width="26" height="26" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"
          aria-hidden="true"><circle cx="8" cy="15" r="4.2"/><path d="M11 12 20 3m-4.5 4.5 2.8 2.8M13.4 9.6l1.8 1.8"/></svg>
        """;

    /// <summary>A whole page.</summary>
    /// <param name="marker">Tells the page apart for people's tools: the value of <c>data-page</c> on the body.</param>
    /// <param name="head">What the head needs besides the title.</param>
    /// <param name="frames">What the page's frames may load.</param>
    public static string Render(Exchange exchange, string marker, string title, Html body, Html? head = null, string frames = "'none'")
    {
        // Nothing is loaded from anywhere; only this answer's own style and script run; no other site may frame it.
        var refuses = exchange.Tenant.Rules.SignIn.RefusesFraming;
        exchange.Http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'nonce-{exchange.Nonce}'; script-src 'nonce-{exchange.Nonce}'; connect-src 'self'; img-src "
            + $"data:; frame-src {frames}; base-uri 'none'{(refuses ? "; frame-ancestors 'none'" : "")}";
        if (refuses) exchange.Http.Response.Headers.XFrameOptions = "DENY";
        return Html.Of($"""
            <!DOCTYPE html>
            <!-- CorrelationId: {exchange.CorrelationId} -->
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="none">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <style nonce="{exchange.Nonce}">{Html.Trusted(Style)}</style>{head ?? Html.Trusted("")}
            </head>
            <body data-page="{marker}">
            <main id="api">
            <p class="brand">{Html.Trusted(Lock)}<span>{exchange.Tenant.Name}</span></p>
            {body}
            </main>
            <footer>KmsiConformance reference login &middot; {exchange.Tenant.Dialect.Footer(exchange.Policy)}</footer>
            </body>
            </html>
            """).ToString();
    }
}
