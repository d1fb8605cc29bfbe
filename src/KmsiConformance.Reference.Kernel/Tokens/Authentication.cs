using System.Collections.Immutable;
using KmsiConformance.Reference.Kernel.Accounts;

namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>How the user came to be signed in; goes into tokens.</summary>
/// <param name="At">When credentials were accepted: a silent sign-in does not change it (N-07).</param>
/// <param name="BoxTicked">Whether "Keep me signed in" was ticked at that time.</param>
internal sealed record Authentication(ReferenceUser User, DateTimeOffset At, bool BoxTicked)
{
    /// <summary>The identity provider that vouches for the user; null for a local account.</summary>
    public string? IdentityProvider { get; init; }

    /// <summary>What applications may know the session by; null where tokens do not say.</summary>
    public string? Sid { get; init; }

    /// <summary>The way of signing in that was satisfied, of those that the application wished for; null for none.</summary>
    public string? Acr { get; init; }

    /// <summary>What others said of the user during the sign-in, by claim type: text, truth values, numbers or lists of texts.</summary>
    public ImmutableDictionary<string, object> Claims { get; init; } = ImmutableDictionary<string, object>.Empty;
}
