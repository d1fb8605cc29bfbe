namespace KmsiConformance.Reference.B2c.Services;

/// <summary>
/// Where the RESTful services of policies are reached. Nothing but the loopback interface is ever called: a service that
/// lives elsewhere is called where somebody answers in its place, under the path that the policy names, or not at all.
/// </summary>
public sealed record ServiceHosts
{
    /// <summary>Nobody answers in place of services that live elsewhere.</summary>
    public static readonly ServiceHosts None = new();

    /// <summary>Origins of those who answer in place of one service, by the id of its technical profile.</summary>
    public IReadOnlyDictionary<string, string> ByProfile { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The origin of whoever answers in place of every other service that lives elsewhere; null for nobody.</summary>
    public string? Others { get; init; }

    /// <summary>The address at which a service is called, claims of its path not yet put in; null when it is not called.</summary>
    /// <param name="profile">The technical profile.</param>
    /// <param name="serviceUrl">The address as the policy writes it.</param>
    public string? AddressOf(string profile, string serviceUrl)
    {
        if (!IsComplete(serviceUrl, out var written)) return null;
        if (ByProfile.TryGetValue(profile, out var own)) return own + PathOf(serviceUrl);
        return IsLoopback(written) ? serviceUrl : Others is { } others ? others + PathOf(serviceUrl) : null;
    }

    /// <summary>Whether a text is a complete web address.</summary>
    internal static bool IsComplete(string address, out Uri parsed) =>
        Uri.TryCreate(address, UriKind.Absolute, out parsed!)
        && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp);

    /// <summary>Whether an address leads to this machine and nowhere else.</summary>
    internal static bool IsLoopback(Uri address) =>
        address.IsLoopback || address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    // Path and query as they are written: a parsed address would have escaped the braces around claims.
    private static string PathOf(string address)
    {
        var rest = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var end = rest.IndexOfAny(['/', '?', '#']);
        return end < 0 ? "/" : rest[end] == '/' ? rest[end..] : "/" + rest[end..];
    }
}
