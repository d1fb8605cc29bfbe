namespace KmsiConformance.Apps;

/// <summary>A wrong way to use an app's refresh token.</summary>
/// <param name="With">What is wrong about it, in words.</param>
/// <param name="By">The app that tries it, with its own client id and secret; null for the one whose token it is.</param>
/// <param name="IsFormer">Whether it is the token that the last use replaced.</param>
public sealed record RefreshMisuse(string With, RelyingParty? By, bool IsFormer)
{
    /// <summary>Whether more is asked for than was granted.</summary>
    public bool IsWider { get; init; }

    /// <summary>Whether it is a token that nobody was given.</summary>
    public bool IsMadeUp { get; init; }
}
