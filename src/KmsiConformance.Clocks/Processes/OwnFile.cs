using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace KmsiConformance.Clocks.Processes;

/// <summary>
/// Whether a file may be loaded into our processes: a library that somebody else could have written must not be.
/// </summary>
internal static class OwnFile
{
    private const int AtCurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint Mode = 0x2;
    private const uint Owner = 0x8;

    /// <summary>The user that this process acts as. On Linux only.</summary>
    public static uint User => EffectiveUser();

    /// <summary>Null when the file belongs to this user (or root) and nobody else may write it, otherwise the reason.</summary>
    public static string? WhyNotTrusted(string path)
    {
        // struct statx has one layout on every architecture: uid at 20, mode at 28.
        var answer = new byte[256];
        if (StatX(AtCurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), NoFollow, Mode | Owner, answer) != 0)
            return $"{path} cannot be examined (errno {Marshal.GetLastPInvokeError()})";

        var owner = BinaryPrimitives.ReadUInt32LittleEndian(answer.AsSpan(20));
        var mode = BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(28));
        if (owner != EffectiveUser() && owner != 0)
            return $"{path} belongs to user {owner}, not to user {EffectiveUser()}";

        const int symbolicLink = 0xA000;
        if ((mode & 0xF000) == symbolicLink)
            return $"{path} is a symbolic link";

        const int othersWrite = 0x12;
        return (mode & othersWrite) != 0
            ? $"{path} may be written by others (mode {Convert.ToString(mode & 0xFFF, 8)})"
            : null;
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, byte[] path, int flags, uint mask, byte[] answer);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
