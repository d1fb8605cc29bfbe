using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using KmsiConformance.Sites;

namespace KmsiConformance.Targets.Files;

/// <summary>
/// A port that no other run on this machine takes, also while nobody listens there yet or any more: between two scenarios
/// an app is gone, and the product that was told of its port waits for the next. The system gives it back when this process ends.
/// </summary>
internal sealed class ReservedPort : IDisposable
{
    // Below those that systems give to whoever asks for any port: what is free now stays free until the product has it.
    private const int First = 20_000;
    private const int Last = 32_000;
    private const int Trials = 1000;

    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"kmsi-ports-{Environment.UserName}");

    private readonly FileStream _lock;

    private ReservedPort(int number, FileStream held) => (Number, _lock) = (number, held);

    /// <summary>From 20,000 on, below 32,000.</summary>
    public int Number { get; }

    /// <summary>Any that is free and that nobody has reserved.</summary>
    /// <exception cref="TargetException">There is none, or none can be reserved.</exception>
    public static ReservedPort Any()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            if (TryReserve(RandomNumberGenerator.GetInt32(First, Last), out var port)) return port;
        }

        throw new TargetException(
            $"No port from {First} to {Last - 1} can be reserved. Let {Folder} be a folder that this user can write to, with room on its "
            + "disk, or end what has taken those ports.");
    }

    /// <summary>That port, unless somebody else has it.</summary>
    internal static bool TryReserve(int number, [NotNullWhen(true)] out ReservedPort? port)
    {
        port = TryLock(number) is { } held ? new ReservedPort(number, held) : null;
        if (port is not null && !LoopbackPort.IsFree(number))
        {
            port.Dispose();
            port = null;
        }

        return port is not null;
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static FileStream? TryLock(int number)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            var file = Path.Combine(Folder, number.ToString(CultureInfo.InvariantCulture));
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
