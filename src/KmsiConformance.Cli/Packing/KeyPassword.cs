using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Packing;

/// <summary>Finds the password of a private key where the command line says that it is kept.</summary>
internal static class KeyPassword
{
    private const string Variable = "env:";
    private const string InFile = "file:";

    /// <summary>The password; null where the command line names none.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <exception cref="UserErrorException">It is not there; the message never repeats it.</exception>
    public static string? Find(string option, string? named)
    {
        if (named is null) return null;
        if (named.StartsWith(Variable, StringComparison.Ordinal))
            return Environment.GetEnvironmentVariable(named[Variable.Length..]) is { Length: > 0 } set ? set
                : throw new UserErrorException($"{option} {named}: the environment variable is not set, or empty. Set it first.");
        if (!named.StartsWith(InFile, StringComparison.Ordinal))
            throw new UserErrorException(
                $"{option}: a password never stands on a command line, where others can read it. Expected env:NAME or file:PATH. If it "
                + "stood there, take another.");
        try
        {
            return OrdinaryFile.Text(named[InFile.Length..]).TrimEnd('\r', '\n') is { Length: > 0 } read ? read
                : throw new UserErrorException($"{option} {named}: the file is empty, or no ordinary file.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{option} {named}: the file cannot be read: {unreadable.Message}");
        }
    }
}
