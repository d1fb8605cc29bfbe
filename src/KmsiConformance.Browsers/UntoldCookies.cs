namespace KmsiConformance.Browsers;

/// <summary>The store of a window whose cookies the browser's protocol does not reach.</summary>
/// <param name="why">Which window, and what to use instead.</param>
internal sealed class UntoldCookies(string why) : IBrowserCookies
{
    public Task<IReadOnlyList<StoredCookie>> ReadAsync() => throw new CookiesUntoldException(why);

    public Task SetAsync(StoredCookie cookie) => throw new CookiesUntoldException(why);

    /// <summary>Nothing: what such a window holds is never written.</summary>
    public Task FlushAsync(DateTimeOffset browserNow) => Task.CompletedTask;
}
