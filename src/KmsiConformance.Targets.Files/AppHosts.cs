using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Where apps may stand: on this machine, and each on a host of its own.</summary>
internal static class AppHosts
{
    // Cookies ignore ports: an app on the target's host would see its cookies and overwrite them.
    public static void Check(YamlValue root, TargetFile file)
    {
        CheckSafety(root);
        List<string> logins =
            [.. new[] { file.Discovery, file.SamlMetadata }.OfType<string>().Concat(file.Sites).Select(HostOf)];
        CheckHosts(root, logins);
        foreach (var (name, app) in root.Get("apps").Entries)
        {
            var local = HostOf(app.Get("origin").Text);
            var host = HostOf(Registered(app).Text);
            if (!LeadsHere(local))
                throw app.Get("origin").Problem(
                    $"{name} is played on this machine, and {local} does not lead here. Register an address on a host that does, such as "
                    + $"https://{name}.localhost, or let the name lead to 127.0.0.1 in the hosts file; where a tunnel takes what is sent "
                    + "there, write its address as 'proxied-by' and as 'origin' where it delivers.");
            if (logins.Contains(host))
                throw app.Get("origin").Problem(
                    $"{name} stands on {host}, as the target does: cookies ignore ports, so each would get the other's. "
                    + $"Give it a host of its own, such as https://{name}.localhost.");
            if (root.Get("apps").Entries.FirstOrDefault(other => other.Key != name && HostOf(Registered(other.Value).Text) == host)
                is { Key: { } same })
                throw app.Get("origin").Problem(
                    $"{name} and {same} stand on the same host {host}: cookies ignore ports. Give each its own.");
        }
    }

    /// <summary>Refuses passwords in the clear, and hosts that need not be named, at a site whose apps are parts of itself.</summary>
    public static void CheckSite(YamlValue root, TargetFile file)
    {
        CheckSafety(root);
        CheckHosts(root, [.. new[] { file.Site! }.Concat(file.Sites).Select(HostOf)]);
    }

    /// <summary>Refuses SAML apps that the target could not tell apart, or whose messages would be taken for others.</summary>
    public static void CheckSaml(YamlValue root, TargetFile file)
    {
        foreach (var (name, app) in file.Apps.Where(app => app.Value.IsSaml))
        {
            var written = root.Get("apps").Get(name);
            if (file.Apps.FirstOrDefault(other => other.Key != name && other.Value.ClientId == app.ClientId) is { Key: { } same })
                throw written.Problem($"{name} and {same} have the same entity id {app.ClientId}. Give each its own, and register both.");
            if (app.SingleLogout == app.AssertionConsumer)
                throw written.Problem(
                    $"{name} would take assertions and sign-outs at the same address {app.SingleLogout}. Give 'single-logout' another.");
        }
    }

    private static void CheckHosts(YamlValue root, List<string> logins)
    {
        var hosts = root.Find("hosts")?.Items ?? [];
        if (hosts.FirstOrDefault(host => Uri.CheckHostName(host.Text) != UriHostNameType.Dns) is { } odd)
            throw odd.Problem($"'{odd.Text}' is no host. Expected a name such as cdn.example.com: no scheme, no port, no path, no star.");
        if (hosts.GroupBy(host => host.Text, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw twice.Last().Problem($"{twice.Key} stands here twice. Take one out.");
        if (hosts.FirstOrDefault(host => logins.Contains(host.Text) || LeadsHere(host.Text)) is { } needless)
            throw needless.Problem(
                $"{needless.Text} may be visited anyway: it is this machine, or one of the target's own sites. Take it out.");
    }

    private static YamlValue Registered(YamlValue app) => app.Find("proxied-by") ?? app.Get("origin");

    // What is typed there crosses a network.
    private static void CheckSafety(YamlValue root)
    {
        var announced = new[] { root.Find("address"), root.Find("discovery"), root.Find("saml-metadata") }.OfType<YamlValue>();
        foreach (var address in announced.Concat(root.Find("sites")?.Items ?? []))
        {
            if (address.Text.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && !LeadsHere(HostOf(address.Text)))
                throw address.Problem(
                    "Passwords would cross the network in the clear: expected https for a host that is not this machine.");
        }
    }

    private static bool LeadsHere(string host)
    {
        if (host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal)) return true;
        try
        {
            var addresses = System.Net.Dns.GetHostAddresses(host);
            return addresses.Length > 0 && Array.TrueForAll(addresses, System.Net.IPAddress.IsLoopback);
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    // Places for ports are no part of an address yet.
    private static string HostOf(string address) =>
        address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/', ':')[0].ToLowerInvariant();
}
