using System.Security.Cryptography;
using OtpNet;

namespace KmsiConformance.Targets.Files;

/// <summary>Shows the one-time codes of an account: six digits, others every 30 seconds (RFC 6238).</summary>
public sealed class AuthenticatorApp
{
    // As long as the key of the hash, which the specification recommends.
    private const int MadeBytes = 20;

    private readonly Totp _codes;

    private AuthenticatorApp(string secret, byte[] key) => (Secret, _codes) = (secret, new Totp(key));

    /// <summary>What it shares with the account, in Base32.</summary>
    public string Secret { get; }

    /// <summary>The app that was set up with a secret, or with one that is made up now.</summary>
    /// <exception cref="TargetException">The secret is not there, or is no Base32.</exception>
    public static AuthenticatorApp Of(SecretReference reference)
    {
        if (reference.Kind == SecretKind.Made)
        {
            var made = RandomNumberGenerator.GetBytes(MadeBytes);
            return new AuthenticatorApp(Base32Encoding.ToString(made), made);
        }

        // Pages that show it set it in groups, in small letters.
        var secret = reference.Find().Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        try
        {
            if (Base32Encoding.ToBytes(secret) is { Length: > 0 } key) return new AuthenticatorApp(secret, key);
        }
        catch (ArgumentException)
        {
            // Said below, without the text.
        }

        throw new TargetException(
            $"{reference.File}: what {reference} holds is no secret of an authenticator app. Expected Base32, letters and the digits 2 to "
            + "7: the text that the page for setting one up shows beside its picture.");
    }

    /// <summary>The code that is shown at a moment.</summary>
    public string At(DateTimeOffset moment) => _codes.ComputeTotp(moment.UtcDateTime);

    /// <summary>Shows nothing.</summary>
    public override string ToString() => nameof(AuthenticatorApp);
}
