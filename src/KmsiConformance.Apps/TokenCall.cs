namespace KmsiConformance.Apps;

/// <summary>How a token request is sent. Unless something is said: by POST, everything in its body (RFC 6749, 3.2 and 2.3.1).</summary>
public sealed record TokenCall
{
    /// <summary>As apps send it.</summary>
    public static readonly TokenCall Usual = new();

    /// <summary>Whether it is a GET request, with everything in its address.</summary>
    public bool IsGet { get; init; }

    /// <summary>Whether it is a POST request without a body and everything in its address.</summary>
    public bool IsWithoutBody { get; init; }

    /// <summary>Whether the app shows who it is by HTTP Basic, and its secret is not in the body.</summary>
    public bool IsByBasic { get; init; }

    /// <summary>Whether its client id is in the body.</summary>
    public bool NamesClient { get; init; } = true;

    /// <summary>The origin of the page that is said to send it; null for a server, which has none.</summary>
    public string? Origin { get; init; }
}
