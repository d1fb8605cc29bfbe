using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Where a secret is kept; the secret itself never stands in a target file.</summary>
/// <param name="Kind">How it is found.</param>
/// <param name="Where">The variable or the file; empty for one that is made up.</param>
/// <param name="File">The target file, as messages show it, with line.</param>
/// <param name="Folder">The folder to which files are relative.</param>
public sealed record SecretReference(SecretKind Kind, string Where, string File, string Folder)
{
    private const string Variable = "env:";
    private const string InFile = "file:";
    private const string Made = "made";

    /// <summary>Reads a reference.</summary>
    /// <exception cref="SuiteException">It is none; the message does not repeat it, for it may be the secret.</exception>
    public static SecretReference Read(YamlValue value, string folder, bool canBeMade)
    {
        var (text, file) = (value.Text, $"{value.File.Name}:{value.Line}");
        if (text.StartsWith(Variable, StringComparison.Ordinal) && text.Length > Variable.Length)
            return new SecretReference(SecretKind.Variable, text[Variable.Length..], file, folder);
        if (text.StartsWith(InFile, StringComparison.Ordinal) && text.Length > InFile.Length)
            return new SecretReference(SecretKind.File, text[InFile.Length..], file, folder);
        if (text == Made && canBeMade) return new SecretReference(SecretKind.Made, "", file, folder);
        throw value.Problem(
            "Secrets never stand in a target file, which is shared. Expected env:NAME or file:PATH"
            + (canBeMade ? ", or made for one that is made up for each instance" : "")
            + (text == Made ? "; only a product that the file starts can be told of one that is made up." : ".")
            + " If a secret stood here, change it.");
    }

    /// <summary>The secret.</summary>
    /// <exception cref="TargetException">It is not there.</exception>
    public string Find() => Kind switch
    {
        SecretKind.Variable => Environment.GetEnvironmentVariable(Where) is { Length: > 0 } set
            ? set
            : throw new TargetException(
                $"{File}: the environment variable {Where}, which holds a secret of the target, is not set, or empty. Set it before the "
                + "run."),
        SecretKind.File => FromFile(),
        _ => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)),
    };

    /// <summary>Says where, never what.</summary>
    public override string ToString() => Kind switch
    {
        SecretKind.Variable => Variable + Where,
        SecretKind.File => InFile + Where,
        _ => Made,
    };

    private string FromFile()
    {
        var path = Path.Combine(Folder, Where);
        try
        {
            return OrdinaryFile.Text(path).TrimEnd('\r', '\n') is { Length: > 0 } read
                ? read
                : throw new TargetException(
                    $"{File}: the file {path}, which should hold a secret of the target, is empty, or no ordinary file.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new TargetException(
                $"{File}: the file {path}, which should hold a secret of the target, cannot be read: {unreadable.Message}", unreadable);
        }
    }
}

/// <summary>How a secret is found.</summary>
public enum SecretKind
{
    /// <summary>In an environment variable.</summary>
    Variable,

    /// <summary>In a file, without the line end.</summary>
    File,

    /// <summary>Made up for each instance of a product, which is told of it.</summary>
    Made,
}
