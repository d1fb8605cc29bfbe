using System.Text.RegularExpressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>Reads the apps of a scenario.</summary>
internal static partial class AppsReader
{
    private const string SameSite = "same-site";

    /// <summary>The apps by name: those that the file names, and the two that stand in every scenario.</summary>
    /// <param name="apps">What stands behind <c>apps</c>; null for nothing.</param>
    /// <param name="length">Reads a plain duration.</param>
    /// <exception cref="SuiteException">A setting makes no sense for its app.</exception>
    public static Dictionary<string, AppRequest> Read(YamlValue? apps, Func<YamlValue, TimeSpan> length)
    {
        var read = AppRequest.StandardNames.ToDictionary(name => name, _ => AppRequest.Default, StringComparer.Ordinal);
        foreach (var (name, app) in apps?.Entries ?? [])
        {
            if (!AppName().IsMatch(name))
                throw app.Problem($"'{name}' becomes a host name: expected lower-case letters, digits and hyphens.");
            if (Misfit(app.Find("kind")?.Text, app) is { } misfit) throw misfit.Value.Problem(misfit.Why);
            read[name] = new AppRequest(
                app.Find("session") is { } session ? length(session) : AppRequest.Default.Session,
                app.Find("persistent")?.Truth() ?? false,
                app.Find("response-mode")?.Text ?? AppRequest.Default.ResponseMode)
            {
                Kind = app.Find("kind")?.Text ?? AppRequest.Default.Kind,
                KindIsSaid = app.Find("kind") is not null,
                OfflineAccess = app.Find("offline-access")?.Truth() ?? false,
                Confidential = app.Find("confidential")?.Truth() ?? false,
                LogoutUrl = app.Find("logout-url")?.Text ?? AppRequest.Default.LogoutUrl,
                BackChannel = app.Find("back-channel-logout") is { Text: not "false" },
                BackChannelTrouble = app.Find("back-channel-logout") is { Text: not ("true" or "false") and var trouble } ? trouble : null,
                Rolling = app.Find("rolling")?.Truth() ?? false,
                Chunked = app.Find("chunked")?.Truth() ?? false,
                SameSite = app.Find(SameSite)?.Text,
            };
        }

        return read;
    }

    // What makes no sense for a kind of app would silently do nothing.
    private static (YamlValue Value, string Why)? Misfit(string? kind, YamlValue app) =>
        kind is not (null or "web") && app.Find("back-channel-logout") is { } told
            ? (told, $"Only the server of a web app is told of sign-outs (kind: {kind}): leave out back-channel-logout.")
        : kind is not (null or "web") && app.Find("confidential") is { } secret
            ? (secret, $"Only the server of a web app can keep a secret for itself (kind: {kind}): leave out confidential.")
        : kind == "saml" && (app.Find("response-mode") ?? app.Find("offline-access")) is { } ofOAuth
            ? (ofOAuth, "A SAML app is answered by a form, and has no refresh token: leave out response-mode and offline-access.")
        : kind is "spa" or "native" && (app.Find("rolling") ?? app.Find("chunked") ?? app.Find(SameSite)) is { } ofServers
            ? (ofServers, "Only an app with a server has a cookie for its session: leave out rolling, chunked and same-site.")
        : (app.Find("logout-url"), app.Find(SameSite)) is ({ Text: "lax" }, { } twice)
            ? (twice, "'logout-url: lax' says already that the session's cookie is SameSite=Lax: leave out one of the two.")
        : kind is not (null or "web") && app.Find("logout-url") is { Text: "with-query" } queried
            ? (queried, $"Only a web app registers a LogoutUrl with a query (kind: {kind}): write 'logout-url: works'.")
        : (kind, app.Find("logout-url"), app.Find("response-mode"), app.Find("persistent")) switch
    {
        ("native", { } logout, _, _) => (logout, "A native app has no address that a sign-out could call: leave out logout-url."),
        ("spa", { Text: "lax" } lax, _, _) => (lax, "A single-page app has no session cookie that could be lax."),
        ("spa", _, { Text: "form_post" } post, _) => (post, "A single-page app cannot read what is posted to it: use query or fragment."),
        ("spa", _, _, { } cookie) => (cookie, "A single-page app has no cookie: leave out persistent."),
        ("native", _, { } mode, _) => (mode, "A native app gets its answers in the query of its own address: leave out response-mode."),
        ("native", _, _, { } persistent) => (persistent, "A native app has no cookie: leave out persistent."),
        _ => null,
    };

    [GeneratedRegex("^[a-z][a-z0-9-]{0,30}$", RegexOptions.None, 1000)]
    private static partial Regex AppName();
}
