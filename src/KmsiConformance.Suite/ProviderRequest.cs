using System.Text.RegularExpressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>Settings of one identity provider.</summary>
/// <param name="Protocol"><c>openid-connect</c>, <c>oauth2</c> or <c>saml</c>.</param>
/// <param name="Session">Life of the provider's own session.</param>
/// <param name="Persistent">Whether its cookie has a Max-Age.</param>
/// <param name="EndSession">Whether its metadata, or for OAuth 2.0 the policy's, names a sign-out.</param>
/// <param name="SingleLogout">SingleLogoutEnabled in the policy; null leaves it out.</param>
/// <param name="Remembers">What sessions remember of it: <c>choice</c>, <c>answer</c> or <c>nothing</c> (C-18).</param>
/// <param name="Misbehaves">How it misbehaves; null when it does not.</param>
public sealed partial record ProviderRequest(
    string Protocol, TimeSpan Session, bool Persistent, bool EndSession, bool? SingleLogout, string Remembers, string? Misbehaves)
{
    private const string StandardAlgorithm = "RS256";

    private static readonly TimeSpan StandardSession = TimeSpan.FromHours(8);

    /// <summary>What its ID tokens are signed with (RFC 7518, 3.1).</summary>
    public string SignsWith { get; init; } = StandardAlgorithm;

    /// <summary>A provider of which a scenario says no more than the protocol.</summary>
    public static ProviderRequest Plain(string protocol) =>
        new(protocol, StandardSession, Persistent: true, EndSession: true, SingleLogout: null, "choice", null);

    internal static Dictionary<string, ProviderRequest> ReadAll(YamlValue? providers, Func<YamlValue, TimeSpan> length)
    {
        var read = new Dictionary<string, ProviderRequest>(StringComparer.Ordinal);
        foreach (var (name, provider) in providers?.Entries ?? [])
        {
            if (!HostName().IsMatch(name))
                throw provider.Problem($"'{name}' becomes a host name: expected lower-case letters, digits and hyphens.");
            read[name] = new ProviderRequest(
                provider.Find("protocol")?.Text ?? "openid-connect",
                provider.Find("session") is { } session ? length(session) : StandardSession,
                provider.Find("persistent")?.Truth() ?? true,
                provider.Find("end-session")?.Truth() ?? true,
                provider.Find("single-logout")?.Truth(),
                provider.Find("remembers")?.Text ?? "choice",
                provider.Find("misbehaves")?.Text)
            {
                SignsWith = provider.Find("signs-with")?.Text ?? StandardAlgorithm,
            };
        }

        return read;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,30}$", RegexOptions.None, 1000)]
    private static partial Regex HostName();
}
