using System.Net;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>Where a redirect leads and what becomes of method and body (RFC 9110, 15.4, and the Fetch standard).</summary>
internal static class Redirect
{
    /// <summary>The <c>Location</c> of a redirecting answer, as it was written.</summary>
    public static string? Location(HttpResponseMessage answer) =>
        (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.NonValidated.TryGetValues("Location", out var values)
            ? values.ToString()
            : null;

    /// <summary>The next address; null for an answer that is no redirect or names no address.</summary>
    public static Uri? Target(Uri from, HttpResponseMessage answer)
    {
        if (answer.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)) return null;
        if (Location(answer) is not { } location || !Uri.TryCreate(from, WebAddress.AsBrowsersRead(location), out var target)) return null;

        // An address without a fragment keeps the one that there was.
        return target.Fragment.Length == 0 && from.Fragment.Length > 0 ? new Uri(target.AbsoluteUri + from.Fragment) : target;
    }

    /// <summary>The request that follows: 303 always asks, 301 and 302 turn POST into GET, 307 and 308 change nothing.</summary>
    public static FetchRequest Follow(FetchRequest request, HttpStatusCode status, Uri target)
    {
        var asks = status switch
        {
            HttpStatusCode.SeeOther => request.Method != HttpMethod.Head,
            HttpStatusCode.MovedPermanently or HttpStatusCode.Found => request.Method == HttpMethod.Post,
            _ => false,
        };
        return asks ? request with { Url = target, Method = HttpMethod.Get, Body = null } : request with { Url = target };
    }
}
