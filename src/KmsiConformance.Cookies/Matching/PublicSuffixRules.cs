namespace KmsiConformance.Cookies.Matching;

/// <summary>
/// Public suffixes by rules of the form that publicsuffix.org uses: <c>co.uk</c>, <c>*.ck</c>, <c>!www.ck</c>. As
/// there, a top-level domain that no rule names is a suffix: so <c>a.localhost</c> and <c>b.localhost</c> are
/// different sites, which is what browsers say too.
/// </summary>
public sealed class PublicSuffixRules : IPublicSuffixes
{
    private readonly HashSet<string> _plain = new(StringComparer.Ordinal);
    private readonly HashSet<string> _below = new(StringComparer.Ordinal);
    private readonly HashSet<string> _except = new(StringComparer.Ordinal);

    public PublicSuffixRules(IEnumerable<string> rules)
    {
        foreach (var rule in rules.Select(line => line.Trim())
                .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
        {
            if (rule[0] == '!') _except.Add(CanonicalHost.Of(rule[1..]));
            else if (rule.StartsWith("*.", StringComparison.Ordinal)) _below.Add(CanonicalHost.Of(rule[2..]));
            else _plain.Add(CanonicalHost.Of(rule));
        }
    }

    /// <summary>The list of publicsuffix.org, both its parts (docs/decisions/030-public-suffixes.md).</summary>
    public static PublicSuffixRules BuiltIn => Listed.Value;

    private static readonly Lazy<PublicSuffixRules> Listed = new(() => new PublicSuffixRules(ReadListed()));

    /// <summary>Reads another list from a file in the form of publicsuffix.org.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PublicSuffixRules Load(string file) => new(File.ReadLines(file));

    private static IEnumerable<string> ReadListed()
    {
        using var list = typeof(PublicSuffixRules).Assembly.GetManifestResourceStream("public_suffix_list.dat")!;
        using var reader = new StreamReader(list);
        while (reader.ReadLine() is { } line) yield return line;
    }

    public bool IsPublicSuffix(string domain) =>
        domain.Length > 0 && !CanonicalHost.IsAddress(domain) && Suffix(domain).Length == domain.Length;

    public string? RegistrableDomain(string host)
    {
        if (host.Length == 0 || CanonicalHost.IsAddress(host)) return null;
        var suffix = Suffix(host);
        if (suffix.Length >= host.Length) return null;
        var before = host.LastIndexOf('.', host.Length - suffix.Length - 2);
        return host[(before + 1)..];
    }

    /// <summary>The longest part that a rule makes a suffix; an exception beats all rules.</summary>
    private string Suffix(string host)
    {
        for (var part = host; ;)
        {
            var dot = part.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) return part;
            var parent = part[(dot + 1)..];
            if (_except.Contains(part)) return parent;
            if (_plain.Contains(part) || _below.Contains(parent)) return part;
            part = parent;
        }
    }
}
