using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using KmsiConformance.Ledger;
using KmsiConformance.Sites;

namespace KmsiConformance.Cli.Commands;

/// <summary>The option that names the authorities behind the certificates of an ADDRESS, of which no target file says so yet.</summary>
internal sealed class TrustOption
{
    private const string Name = "--trust";

    /// <summary>For the command's list of options.</summary>
    public Option<string?> Option { get; } = new(Name)
    {
        Description = "With ADDRESS: a PEM file of the site's certificate authorities, besides the system's; 'trust' of a target file.",
        HelpName = "FILE",
    };

    /// <summary>Trusts what the file holds from now on.</summary>
    /// <param name="file">The file; null for none.</param>
    /// <exception cref="UserErrorException">It is not there, or holds no certificate.</exception>
    public static void Heed(string? file)
    {
        if (file is null) return;
        var known = new X509Certificate2Collection();
        try
        {
            known.ImportFromPem(OrdinaryFile.Text(file));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{Name} {file} cannot be read as certificates: {unreadable.Message}");
        }

        if (known.Count == 0)
            throw new UserErrorException($"{Name} {file} holds no certificate. Expected PEM: -----BEGIN CERTIFICATE-----.");
        TrustedAuthorities.Add(known);
    }

    /// <summary>What a first target file says of it, as its last line.</summary>
    /// <param name="file">The file; null for none.</param>
    /// <param name="folder">Where the target file is written.</param>
    public static string Line(string? file, string folder) => file is null
        ? ""
        : $"\ntrust: [{JsonSerializer.Serialize(Path.GetRelativePath(folder, Path.GetFullPath(file)))}]\n";
}
