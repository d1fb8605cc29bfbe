namespace KmsiConformance.Reference.Kernel.Cookies;

/// <summary>
/// The cookies of a request, read octet by octet: the service's own names contain <c>:</c> and <c>|</c>, which strict
/// parsers reject.
/// </summary>
internal static class RequestCookies
{
    /// <summary>The value of the first cookie of that name, or null.</summary>
    public static string? Find(string? header, string name)
    {
        foreach (var pair in (header ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals == name.Length && pair.StartsWith(name, StringComparison.Ordinal)) return pair[(equals + 1)..];
        }

        return null;
    }
}
