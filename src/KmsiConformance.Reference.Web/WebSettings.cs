using KmsiConformance.Policies;

namespace KmsiConformance.Reference.Web;

/// <summary>What the owner of a site decides: how long sessions last, and what the sign-in page offers.</summary>
public sealed record WebSettings
{
    /// <summary>What its pages are headed with.</summary>
    public string Name { get; init; } = "login.localhost";

    /// <summary>How long sessions last: a day, and 30 days with the box ticked.</summary>
    public SessionSettings Sessions { get; init; } = new(
        KeepAliveInDays: 30, SessionExpiryType: ExpiryType.Absolute, SessionExpiryInSeconds: SessionSettings.DefaultSessionExpiryInSeconds);

    /// <summary>Whether the sign-in page has the box.</summary>
    public bool OffersBox { get; init; } = true;

    /// <summary>
    /// In how many cookies the session's handle comes: more than one where a site puts so much into its cookie that one cannot hold it.
    /// </summary>
    public int CookieParts { get; init; } = 1;

    /// <summary>Names of the parts of the site that need a sign-in; each has a page of its own.</summary>
    public IReadOnlyList<string> Areas { get; init; } = StandardAreas;

    /// <summary>The areas of a site of which nobody says more.</summary>
    public static readonly IReadOnlyList<string> StandardAreas = ["groceries", "pharmacy"];
}
