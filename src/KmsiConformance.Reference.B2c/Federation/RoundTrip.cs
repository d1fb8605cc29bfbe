using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.SignIn;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>A browser that was sent to an identity provider and is expected back.</summary>
/// <param name="State">Names it; good for one answer.</param>
/// <param name="SignIn">The sign-in under way, bound to the browser by its cookie.</param>
/// <param name="Choice">The provider; an answer of any other is refused.</param>
/// <param name="ForSession">Whether a living session asks its provider again, and not the user who chose it.</param>
internal sealed record RoundTrip(string State, SignInUnderWay SignIn, FederatedChoice Choice, bool ForSession, DateTimeOffset ExpiresAt)
{
    /// <summary>Comes back inside the ID token.</summary>
    public string Nonce { get; } = Random();

    /// <summary>Proves at the token endpoint that the code was asked for here (PKCE).</summary>
    public string Verifier { get; } = Random();

    /// <summary>For SAML, the id of the AuthnRequest; an XML id begins with a letter or an underscore.</summary>
    public string RequestId { get; } = "_" + Random();

    /// <summary>Nobody may be shown a page on the way.</summary>
    public bool Passive { get; init; }

    /// <summary>The application demands that credentials are typed.</summary>
    public bool DemandsCredentials { get; init; }

    public string Challenge => Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static string Random() => Base64Url.Encode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Browsers that are away at an identity provider, for an hour each.</summary>
internal sealed class RoundTrips(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ExpiringStore<RoundTrip> _away = new(clock, trip => trip.ExpiresAt);

    public RoundTrip Begin(SignInUnderWay signIn, FederatedChoice choice, bool forSession, bool passive, bool demandsCredentials)
    {
        var trip = new RoundTrip(
            RoundTrip.Random(), signIn, choice, forSession, clock
                .GetUtcNow() + Lifetime) { Passive = passive, DemandsCredentials = demandsCredentials };
        _away.Put(trip.State, trip);
        return trip;
    }

    public RoundTrip? Peek(string? state) => state is null ? null : _away.Peek(state);

    /// <summary>Forgets them all.</summary>
    public void Clear() => _away.Clear();

    /// <summary>Takes the one behind a state; the first who asks gets it, nobody after.</summary>
    public RoundTrip? Take(string state) => _away.Take(state);
}
