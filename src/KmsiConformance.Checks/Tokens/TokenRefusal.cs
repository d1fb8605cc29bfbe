namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// What a token endpoint says no with (RFC 6749, 5.2). A server that fails, or an answer without an error of the list, refuses nothing
/// for the reason that is looked for, and the same goes for whoever is refused for who it is.
/// </summary>
internal static class TokenRefusal
{
    /// <summary>The code or token is of no use.</summary>
    public const string OfTheGrant = "invalid_grant";

    // Whoever presents nothing that proves who it is.
    private const string OfTheClient = "invalid_client";

    // What has not the right form may be refused before anything else is looked at.
    private static readonly string[] OfTheRequest = ["invalid_request", "unauthorized_client"];

    /// <summary>Judges something that must not have given tokens.</summary>
    /// <param name="accepted">Whether it did.</param>
    /// <param name="error">The error that came instead; null for none.</param>
    /// <param name="told">What the endpoint said of it when it gave tokens, in words.</param>
    /// <param name="isRefusal">Whether an error is a refusal for the reason that is looked for.</param>
    public static Judgement Judge(string expected, bool accepted, string? error, string told, Func<string, bool> isRefusal) =>
        accepted ? Judgement.Of(false, expected, told)
        : error is not null && isRefusal(error) ? Judgement.Of(true, expected, $"refused with {error}")
        : Judgement.CantTell(
            expected, $"cannot tell: the token endpoint gave {error ?? "no OAuth error"}, which says nothing of what was tried");

    /// <summary>Whether an error refuses a code that came with something wrong.</summary>
    /// <param name="aboutTheClient">Whether what is wrong is who presents it.</param>
    public static bool OfACode(string error, bool aboutTheClient) =>
        error == OfTheGrant || OfTheRequest.Contains(error) || aboutTheClient && error == OfTheClient;
}
