using KmsiConformance.Suite.Steps;

namespace KmsiConformance.Apps;

/// <summary>A sign-out that an app is about to ask for.</summary>
/// <param name="MadeHint">An id_token_hint made for the occasion; null leaves it to the app: its own, or none.</param>
public sealed record SignOutRequest(SignOutManner Manner, string? MadeHint = null)
{
    /// <summary>What an address, a page or a form might garble.</summary>
    internal const string SpecialCharacters = " &=+#%25/?é\"'<b>";

    /// <summary>The id_token_hint to send; null sends none.</summary>
    /// <param name="own">The app's own id_token; null when it has no session.</param>
    internal string? Hint(string? own) => MadeHint ?? (Manner.Hint == "none" ? null : own);

    /// <summary>Never shows a token.</summary>
    public override string ToString() => $"sign-out{Manner}";
}
