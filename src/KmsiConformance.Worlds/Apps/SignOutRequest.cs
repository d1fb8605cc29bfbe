using KmsiConformance.Suite.Steps;

namespace KmsiConformance.Worlds.Apps;

/// <summary>A sign-out that an app is about to ask for.</summary>
/// <param name="OtherIdToken">The id_token of another app, for the hint <c>other-app</c>.</param>
public sealed record SignOutRequest(SignOutManner Manner, string? OtherIdToken = null)
{
    /// <summary>What an address, a page or a form might garble.</summary>
    internal const string SpecialCharacters = " &=+#%25/?é\"'<b>";

    /// <summary>The id_token_hint to send; null sends none.</summary>
    /// <param name="own">The app's own id_token; null when it has no session.</param>
    internal string? Hint(string? own) => Manner.Hint switch
    {
        "none" => null,
        "other-app" => OtherIdToken,
        _ => own,
    };
}
