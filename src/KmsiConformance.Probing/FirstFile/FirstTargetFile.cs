using System.Globalization;
using System.Text;

namespace KmsiConformance.Probing.FirstFile;

/// <summary>An account that is to be used.</summary>
/// <param name="Name">The name by which scenarios know it.</param>
/// <param name="UserName">What is typed as the user name.</param>
/// <param name="Password">Where its password is: <c>env:NAME</c> or <c>file:PATH</c>.</param>
public sealed record FirstUser(string Name, string UserName, string Password);

/// <summary>An app that is registered, or is to be.</summary>
/// <param name="Name">The name by which scenarios know it.</param>
/// <param name="ClientId">Its client id.</param>
/// <param name="Secret">Where its secret is; null for a public client.</param>
public sealed record FirstApp(string Name, string ClientId, string? Secret);

/// <summary>Writes the first target file of a provider: what it says of itself, what was seen, and what its owner has to say.</summary>
/// <param name="discovery">What it says of itself.</param>
/// <param name="users">The accounts.</param>
/// <param name="apps">The apps.</param>
/// <param name="recipe">The recipe, as the file is to name it.</param>
/// <param name="port">The port on this machine on which the apps listen; the next ones are told of sign-outs.</param>
public sealed class FirstTargetFile(
    Discovery discovery, IReadOnlyList<FirstUser> users, IReadOnlyList<FirstApp> apps, string recipe, int port)
{
    // Asked for in scenarios; what a provider does not list it need not know.
    private static readonly string[] Prompts = ["none", "login"];

    /// <summary>The text of the file.</summary>
    /// <param name="seen">What a look at a sign-in showed; null where nobody looked.</param>
    public string Text(SeenSession? seen)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        Line($"# {discovery.Issuer}, as its discovery document tells. Read it through: what begins with GUESS is yours to say.");
        Line("# kmsi list --target shows what will run, kmsi probe --target whether all is as the file says, kmsi run --target judges.");
        Line("profile: oidc");
        Line($"recipe: {FirstLines.Yaml(recipe)}");
        Line("protocol: openid-connect");
        Line("kind: remote");
        Line($"discovery: {FirstLines.Yaml(discovery.Address)}");
        Line();
        FirstLines.Cookies(Line, seen);
        Policy(Line, seen);
        Line();
        Line("# To be registered there, with these addresses to the letter:");
        foreach (var (app, number) in apps.Select((app, number) => (app, number))) Registration(Line, app, port + 1 + number);
        Line("apps:");
        foreach (var (app, number) in apps.Select((app, number) => (app, number))) App(Line, app, port + 1 + number);
        Line();
        FirstLines.Users(Line, users);
        Line();
        FirstLines.Clock(Line);
        var absent = Absent().ToList();
        if (absent.Count == 0) return text.ToString();
        Line();
        Line("# Not in its discovery document.");
        Line("absent:");
        foreach (var (part, why) in absent) Line($"  {part}: {FirstLines.Yaml(why)}");
        return text.ToString();
    }

    private static void Policy(Action<string> line, SeenSession? seen)
    {
        line("# What its owner promises. Scenarios hold it to that, so write what is promised and not what is seen.");
        if (seen is null) line("# Nobody has looked at a sign-in yet: register the apps, and probe again with --client-id to see more.");
        foreach (var note in seen?.Notes ?? []) line($"# Seen: {note}.");
        var box = seen?.OffersBox ?? false;
        var kept = seen?.Kept is { } days ? FirstLines.Length(days) : box ? "14 days" : "none";
        line("policy:");
        line($"  session: {(seen?.Unkept is { } length ? FirstLines.Length(length) : "1 hour")}  # GUESS{ByCookie(seen?.Unkept)}");
        line($"  keep-alive: {kept}  # GUESS{ByCookie(seen?.Kept)}");
        line("  expiry: rolling  # GUESS: absolute where use does not extend it");
        line("  scope: tenant  # GUESS: application where apps do not share a session");
        line($"  keep-me-signed-in: {(seen is null ? "hidden  # GUESS" : FirstLines.Box(box))}");
        FirstLines.From(line, "once the GUESSes are none");
    }

    private static string ByCookie(TimeSpan? seen) => seen is null ? "" : ", by the cookie";

    private void Registration(Action<string> line, FirstApp app, int back)
    {
        line($"#   {app.Name}: client id {app.ClientId}");
        line($"#     redirect address             {Origin(app)}/signin-oidc");
        if (HasSignOut) line($"#     post-logout redirect address {Origin(app)}/signed-out");
        if (discovery.Supports("frontchannel_logout_supported"))
            line($"#     front-channel logout address {Origin(app)}/front-channel-logout");
        if (discovery.Supports("backchannel_logout_supported")) line($"#     back-channel logout address  {Back(back)}");
    }

    private void App(Action<string> line, FirstApp app, int back)
    {
        line($"  {app.Name}:");
        line($"    client-id: {FirstLines.Yaml(app.ClientId)}");
        line(app.Secret is null
            ? $"    # client-secret: env:{app.Name.ToUpperInvariant()}_SECRET   where it has one"
            : $"    client-secret: {FirstLines.Yaml(app.Secret)}");
        line($"    origin: {Origin(app)}");
        if (discovery.Supports("frontchannel_logout_supported")) line("    front-channel: /front-channel-logout");
        if (discovery.Supports("backchannel_logout_supported")) line($"    back-channel: {Back(back)}");
        if (discovery.List("response_modes_supported") is { } modes && Known(modes) is { Count: > 0 and < 3 } known)
            line($"    response-modes: [{string.Join(", ", known)}]");
    }

    private IEnumerable<(string Part, string Why)> Absent()
    {
        if (discovery.List("prompt_values_supported") is { } known
            && Prompts.Where(prompt => !known.Contains(prompt)).ToList() is { Count: > 0 } lacking)
            yield return ("prompt", $"prompt_values_supported lacks {string.Join(" and ", lacking)}");
        if (discovery.Text("check_session_iframe") is null) yield return ("session-state", "it names no check_session_iframe");
        if (!HasSignOut) yield return ("sign-out", "it names no end_session_endpoint");
    }

    private bool HasSignOut => discovery.Text("end_session_endpoint") is not null;

    private string Origin(FirstApp app) => string.Create(CultureInfo.InvariantCulture, $"https://{app.Name}.localhost:{port}");

    private static string Back(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/back-channel-logout");

    private static List<string> Known(IReadOnlyList<string> modes) =>
        [.. new[] { "query", "fragment", "form_post" }.Where(modes.Contains)];
}
