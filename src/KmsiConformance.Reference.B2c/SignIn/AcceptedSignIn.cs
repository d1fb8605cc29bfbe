using System.Collections.Immutable;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.B2c.SignIn;

/// <summary>A sign-in in which everything that was asked of the user was given.</summary>
/// <param name="Ticked">Whether the browser says that the box was ticked.</param>
internal sealed record AcceptedSignIn(AuthorizeRequest Request, ReferenceUser User, bool Ticked)
{
    /// <summary>Whether a second factor was given as well.</summary>
    public bool SecondFactorGiven { get; init; }

    /// <summary>The technical profile of the identity provider that vouches for the user; null for a local account.</summary>
    public string? Provider { get; init; }

    /// <summary>The user's session there.</summary>
    public SessionAtProvider? AtProvider { get; init; }

    /// <summary>What services said of the user on the sign-in page.</summary>
    public ImmutableDictionary<string, object> Claims { get; init; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>What the session is to remember of what services said, by technical profile.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, object>> Remembered { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, object>>.Empty;
}
