using System.Globalization;

namespace KmsiConformance.Cookies.Parsing;

/// <summary>
/// How long a cookie lives: <c>Max-Age</c> before <c>Expires</c>, never beyond the limit (RFC 6265bis, 5.5, 5.6.1,
/// 5.6.2; N-70 to N-72).
/// </summary>
public static class CookieLifetime
{
    // A Date has whole seconds: less is no difference.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The moment of expiry, UTC; null for a cookie that ends with the session.</summary>
    /// <param name="now">By the browser's clock.</param>
    /// <param name="answeredAt">By the site's clock; null where the answer has no <c>Date</c>.</param>
    public static DateTimeOffset? ExpiryOf(
        IReadOnlyList<CookieAttribute> attributes, DateTimeOffset now, CookiePolicy policy, DateTimeOffset? answeredAt = null)
    {
        var limit = policy.LifetimeLimit;
        DateTimeOffset? byAge = null, byDate = null;
        foreach (var attribute in attributes)
        {
            // What cannot be read is as if it were not there: an earlier attribute of the same name still counts.
            if (attribute.Is("Max-Age")) byAge = AfterAge(attribute.Value, now, limit) ?? byAge;
            else if (attribute.Is("Expires")) byDate = Date(attribute.Value, policy) ?? byDate;
        }

        var until = byAge ?? Corrected(byDate, policy.CorrectsDates && answeredAt is { } said ? now - said : TimeSpan.Zero);
        return until > now + limit ? now + limit : until;
    }

    // Dates at the edges of what can be said mean never and always, whatever the time is.
    private static DateTimeOffset? Corrected(DateTimeOffset? date, TimeSpan off) =>
        date is { } given && off.Duration() >= Second && given - DateTimeOffset.MinValue > off.Duration()
            && DateTimeOffset.MaxValue - given > off.Duration()
            ? given + off
            : date;

    private static DateTimeOffset? Date(string text, CookiePolicy policy) =>
        policy.ReadsShippedDates ? ShippedDate.Parse(text) : CookieDate.Parse(text);

    /// <summary>When a cookie of that <c>Max-Age</c> expires; null when the text is no number of seconds.</summary>
    private static DateTimeOffset? AfterAge(string text, DateTimeOffset now, TimeSpan limit)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit)) return null;
        var significant = digits.TrimStart('0');
        if (text.StartsWith('-') || significant.Length == 0) return DateTimeOffset.MinValue;

        // Nine digits are more than 31 years, far beyond any limit, and fit any type.
        return significant.Length > 9
            || TimeSpan.FromSeconds(int.Parse(significant, CultureInfo.InvariantCulture)) is var age && age > limit
            ? now + limit
            : now + TimeSpan.FromSeconds(int.Parse(significant, CultureInfo.InvariantCulture));
    }
}

/// <summary>Names of attributes, in any case.</summary>
internal static class AttributeNames
{
    public static bool Is(this CookieAttribute attribute, string name) => attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public static bool Has(this IReadOnlyList<CookieAttribute> attributes, string name)
    {
        foreach (var attribute in attributes)
            if (attribute.Is(name)) return true;
        return false;
    }

    /// <summary>The value of the last attribute of that name; null when there is none.</summary>
    public static string? Last(this IReadOnlyList<CookieAttribute> attributes, string name)
    {
        for (var i = attributes.Count - 1; i >= 0; i--)
            if (attributes[i].Is(name)) return attributes[i].Value;
        return null;
    }
}
