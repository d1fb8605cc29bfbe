using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KmsiConformance.Reference.Kernel.Accounts;

/// <summary>
/// Time-based one-time codes of six digits, a new one every 30 seconds (RFC 6238 with HMAC-SHA-1, as authenticator apps
/// do).
/// </summary>
/// <param name="key">What the app and the service share.</param>
public sealed class OneTimeCodes(byte[] key)
{
    private const int StepSeconds = 30;
    private const int Digits = 1_000_000;

    /// <summary>The codes of an account of the built-in tenant: the same in every run.</summary>
    public static OneTimeCodes Of(string objectId) => new(SHA256.HashData(Encoding.UTF8.GetBytes("authenticator of " + objectId))[..20]);

    /// <summary>Which stretch of 30 seconds a moment belongs to.</summary>
    public static long StepOf(DateTimeOffset at) => Math.DivRem(at.ToUnixTimeSeconds(), StepSeconds).Quotient;

    /// <summary>The code that the app shows at that moment.</summary>
    public string At(DateTimeOffset at) => AtStep(StepOf(at));

    /// <summary>The stretch in which the code was shown, now or the one before; null when it is neither.</summary>
    public long? Accepts(string code, DateTimeOffset now)
    {
        var step = StepOf(now);
        foreach (var candidate in (long[])[step, step - 1])
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(AtStep(candidate)), Encoding.UTF8.GetBytes(code)))
                return candidate;
        }

        return null;
    }

    private string AtStep(long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 says SHA-1, and so do the apps in people's pockets.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & int.MaxValue;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }
}
