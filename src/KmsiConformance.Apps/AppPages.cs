using System.Text.Encodings.Web;
using KmsiConformance.Sites.Pages;

namespace KmsiConformance.Apps;

/// <summary>The few pages an app has. Plain on purpose: they are evidence in screenshots, and they load in no time.</summary>
internal static class AppPages
{
    /// <summary>The look of all apps.</summary>
    public const string Style =
        "<style>body{font:1.1rem/1.5 "
        + "system-ui,sans-serif;margin:0;color:#1d2b28;background:#f2f7f5}header{background:#1f6f5c;color:#fff;padding:1rem "
        + "2rem;font-weight:600}main{padding:2rem}</style>";

    /// <summary>A page at rest; the mark tells the browser driver that an app's page is showing.</summary>
    public static string Page(string app, string heading, string text) => $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="kmsi-page" content="app">
        <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>{{Html(heading)}} · {{Html(app)}}</title>
        {{Style}}</head>
        <body><header>{{Html(app)}}</header><main><h1>{{Html(heading)}}</h1><p>{{Html(text)}}</p></main></body></html>
        """;

    /// <summary>
    /// A public page that leads on to the protected one. Unlike an address typed by hand, the navigation is started by
    /// the app's site, so that the login host is asked across sites: a SameSite=Strict cookie stays at home.
    /// </summary>
    public static string Doorway(string app, string protectedPage) => $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>{{Html(app)}}</title>
        <meta http-equiv="refresh" content="0;url={{Html(protectedPage)}}"></head><body><a href="{{Html(protectedPage)}}">Sign in</a></body></html>
        """;

    /// <summary>The query of what the app's own page hands on, by which it is told from what the login endpoint posts.</summary>
    public const string Relayed = "relayed";

    /// <summary>
    /// Hands an answer in the fragment to the server, which cannot see fragments. Leaves by itself; the mark on the
    /// form tells a browser that runs no scripts what this one does.
    /// </summary>
    public static string RelayFragment(string callback) => $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>One moment</title></head><body>
        <form id="auto" method="post" action="{{Html(callback)}}?{{Relayed}}" {{FragmentRelay.Attribute}}></form>
        <script>const form=document.getElementById('auto');
        for(const [name,value] of new URLSearchParams(location.hash.slice(1))){const input=document.createElement('input');input.type='hidden';input.name=name;input.value=value;form.append(input)}
        form.submit();</script></body></html>
        """;

    /// <summary>Sends the browser on by POST.</summary>
    public static string Post(string address, IEnumerable<KeyValuePair<string, string?>> fields) => $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>One moment</title></head><body>
        <form id="auto" method="post" action="{{Html(address)}}">{{string.Concat(fields.Select(field => $"<input type=\"hidden\" name=\"{Html(field.Key)}\" value=\"{Html(field.Value ?? "")}\">"))}}</form>
        <script>document.getElementById('auto').submit();</script></body></html>
        """;

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
