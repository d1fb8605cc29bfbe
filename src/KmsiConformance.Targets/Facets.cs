using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;

namespace KmsiConformance.Targets;

/// <summary>A target that speaks OpenID Connect.</summary>
/// <param name="MetadataAddress">Address of its discovery document.</param>
/// <param name="OtherMetadataAddress">
/// The same for a second policy, to see whether sessions are shared between policies; null where there is no second one.
/// </param>
public sealed record OpenIdConnectFacet(string MetadataAddress, string? OtherMetadataAddress);

/// <summary>A target that speaks SAML.</summary>
/// <param name="MetadataAddress">Address of its metadata for SAML apps.</param>
public sealed record SamlFacet(string MetadataAddress);

/// <summary>A target whose sign-in log can be read.</summary>
public interface ISignInLogFacet
{
    /// <summary>The rows that there are now.</summary>
    Task<IReadOnlyList<LoggedSignInRow>> ReadAsync(CancellationToken cancellation);
}

/// <summary>A target that federates with identity providers of ours.</summary>
public interface IIdentityProvidersFacet
{
    /// <summary>How the login endpoint is registered at an identity provider that it was started with: once for each policy.</summary>
    IReadOnlyList<ProviderClient> ClientsAt(OfferedProvider provider);
}

/// <summary>A target to whose accounts something can happen past its pages.</summary>
public interface IAccountsFacet
{
    /// <summary>Brings it about. A new password is the account's from then on: <see cref="ITarget.User"/> tells it.</summary>
    /// <param name="user">The name that scenarios use.</param>
    /// <param name="what">One of <see cref="Ledger.Vocabulary.AccountEvents"/>.</param>
    /// <exception cref="TargetException">It did not come about.</exception>
    Task ChangeAsync(string user, string what, CancellationToken cancellation);

    /// <summary>The page on which users bring it about themselves, signed in; null where it comes about past the pages.</summary>
    Uri? PageFor(string what) => null;

    /// <summary>The page that lists a user's sessions to them; null where there is none.</summary>
    Uri? SessionsPage => null;

    /// <summary>Whether a password that was changed must be changed back, for others come after this world.</summary>
    bool IsShared => false;

    /// <summary>Notes that a user has another password now, which was changed on a page.</summary>
    void Note(string user, string password) => throw new NotSupportedException("Passwords are changed past the pages here.");
}

/// <summary>A target whose time can be moved.</summary>
public interface IClockFacet
{
    /// <summary>Brings its time to the world's and makes sure of that.</summary>
    /// <param name="offset">How far the world is ahead of real time; never less than before.</param>
    /// <exception cref="TargetException">It did not follow.</exception>
    Task FollowAsync(TimeSpan offset, CancellationToken cancellation);
}

/// <summary>A target that reads the world's own clock: nothing has to be done.</summary>
public sealed class SharedClock : IClockFacet
{
    /// <summary>The only one that there need be.</summary>
    public static readonly SharedClock Instance = new();

    private SharedClock()
    {
    }

    /// <inheritdoc/>
    public Task FollowAsync(TimeSpan offset, CancellationToken cancellation) => Task.CompletedTask;
}
