using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace KmsiConformance.Reference.Kernel.Accounts;

/// <summary>
/// Time-based one-time codes of six digits, a new one every 30 seconds (RFC 6238 with HMAC-SHA-1, as authenticator apps
/// do).
/// </summary>
/// <param name="key">What the app and the service share.</param>
public sealed class OneTimeCodes(byte[] key)
{
    private readonly Totp _codes = new(key);

    /// <summary>The codes of an account of the built-in tenant: the same in every run.</summary>
    public static OneTimeCodes Of(string objectId) => new(SHA256.HashData(Encoding.UTF8.GetBytes("authenticator of " + objectId))[..20]);

    /// <summary>The code that the app shows at that moment.</summary>
    public string At(DateTimeOffset at) => _codes.ComputeTotp(at.UtcDateTime);

    /// <summary>The stretch of 30 seconds in which the code was shown, now or shortly before; null when it is neither.</summary>
    /// <param name="before">How many stretches before now count: a code counts in its own half minute and the next.</param>
    public long? Accepts(string code, DateTimeOffset now, int before = 1) =>
        _codes.VerifyTotp(now.UtcDateTime, code, out var step, new VerificationWindow(before, future: 0)) ? step : null;
}
