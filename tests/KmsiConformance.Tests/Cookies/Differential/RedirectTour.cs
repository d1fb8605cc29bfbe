namespace KmsiConformance.Tests.Cookies.Differential;

/// <summary>One stop of a tour: an address, and the headers that its answer sets.</summary>
internal sealed record Stop(string Host, string Path, bool Secure, IReadOnlyList<string> SetCookies);

/// <summary>
/// A way through addresses, each of which redirects to the next: one navigation of a browser shows dozens of
/// <c>Set-Cookie</c> headers and several <c>Cookie</c> headers. Hosts of a tour are of no other tour.
/// </summary>
internal sealed record RedirectTour(int Number, IReadOnlyList<Stop> Stops)
{
    /// <summary>The address of a stop; the run tells apart who travels.</summary>
    public string Url(OctetSite site, string run, int stop) =>
        $"{site.Origin(Stops[stop].Host, Stops[stop].Secure)}{Stops[stop].Path}?run={run}&tour={Number}&stop={stop}";

    /// <summary>The answer at a stop.</summary>
    public string Answer(OctetSite site, string run, int stop)
    {
        var set = Stops[stop].SetCookies.Select(header => $"Set-Cookie: {header}");
        return stop + 1 < Stops.Count
            ? OctetSite.Answer("302 Found", set.Append($"Location: {Url(site, run, stop + 1)}"), "")
            : OctetSite.Answer("200 OK", set, "<!doctype html><meta name='kmsi-page' content='app'><title>end</title>");
    }
}
