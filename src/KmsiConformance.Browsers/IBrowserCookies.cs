namespace KmsiConformance.Browsers;

/// <summary>A running browser's own cookie store, and how to reach it.</summary>
internal interface IBrowserCookies
{
    /// <summary>All cookies, of all sites.</summary>
    Task<IReadOnlyList<StoredCookie>> ReadAsync();

    /// <summary>Stores a cookie as given; one that has expired deletes its namesake.</summary>
    Task SetAsync(StoredCookie cookie);

    /// <summary>
    /// Makes the browser write its store to disk now. A crash loses what has not been written; but in the world minutes
    /// or days have passed since the cookie was set, and no browser loses that much.
    /// </summary>
    /// <param name="browserNow">The browser's own time.</param>
    Task FlushAsync(DateTimeOffset browserNow);
}
