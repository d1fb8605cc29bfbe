using System.Text;

namespace KmsiConformance.Cookies.Sending;

/// <summary>The <c>Cookie</c> header (RFC 6265bis, 5.8.3, steps 2 and 4).</summary>
internal static class CookieHeader
{
    /// <summary>Longer paths first, then the older ones.</summary>
    public static IEnumerable<Cookie> InOrder(IEnumerable<Cookie> cookies) =>
        cookies.OrderByDescending(cookie => cookie.Path.Length).ThenBy(cookie => cookie.CreatedAt).ThenBy(cookie => cookie.Order);

    /// <summary>The text, one character for each octet; null when there is nothing to send.</summary>
    public static string? Write(IReadOnlyList<Cookie> cookies)
    {
        if (cookies.Count == 0) return null;
        var text = new StringBuilder();
        foreach (var cookie in cookies)
        {
            if (text.Length > 0) text.Append("; ");
            if (cookie.Name.Length > 0) text.Append(cookie.Name).Append('=');
            text.Append(cookie.Value);
        }

        return text.ToString();
    }
}
