using KmsiConformance.Tests.Cli;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House.Commands;

/// <summary>
/// The folder of somebody who follows the pages: policies, stubs, target files, keys and runs stand where the pages have them.
/// </summary>
internal sealed class UserFolder : IDisposable
{
    /// <summary>That of the sealed key.</summary>
    public const string KeyPassword = "open-sesame-9";

    /// <summary>The variables that the pages have people set.</summary>
    public static readonly IReadOnlyDictionary<string, string> Environment = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PASSWORD"] = "alice-Sesame-1", ["ALICE_PASSWORD"] = "alice-Sesame-1", ["KEY_PASSWORD"] = KeyPassword,
        ["KMSI_PARKING_KEY"] = "sixteen characters",
    };

    private static readonly string[] Linked = ["scenarios", "tests"];

    private UserFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes one with everything but what runs of the program leave.</summary>
    public static UserFolder New()
    {
        var folder = new UserFolder(Directory.CreateTempSubdirectory("kmsi-user-").FullName);
        folder.Link();
        foreach (var policies in new[] { "policies", "my-policies", "." })
            Copy(At(Repository.Scenarios, "policies", "2020-12"), folder.At(policies), _ => true);
        Copy(At(Repository.Scenarios, "catalogue", "third-parties", "mappings"), folder.At("my-stubs"),
            below => below == "discovery-fails.json");
        File.WriteAllText(folder.At("site.yaml"), "session: 8 hours\nkeep-alive: 14 days\nexpiry: rolling\nareas: [account, orders]\n");
        return folder;
    }

    /// <summary>A copy, which a command may change.</summary>
    public UserFolder Copied()
    {
        var folder = new UserFolder(Directory.CreateTempSubdirectory("kmsi-user-").FullName);
        Copy(Path, folder.Path, _ => true);
        folder.Link();
        return folder;
    }

    /// <summary>Copies a folder that is in it.</summary>
    public void Copy(string from, string to) => Copy(At(from), At(to), _ => true);

    /// <summary>A path in the folder.</summary>
    public string At(string below) => System.IO.Path.Combine(Path, below);

    /// <summary>Puts a run that can be packed in the place of one that cannot.</summary>
    public void Certify()
    {
        Directory.Delete(At("reports/RUN"), recursive: true);
        Copy("reports/certified", "reports/RUN");
    }

    /// <summary>Puts a sealed key in the place of the one that is not.</summary>
    public void Seal()
    {
        File.Copy(At("sealed.key"), At("vendor.key"), overwrite: true);
        File.Copy(At("sealed.key.pub"), At("vendor.key.pub"), overwrite: true);
    }

    /// <summary>Runs the program in the folder, and wants it to end with a code.</summary>
    public async Task RunAsync(int code, string command)
    {
        using var kmsi = Kmsi.StartIn(Path, Environment, command.Split(' '));
        var (ended, output, error) = await kmsi.EndAsync();
        Assert.That(ended, Is.EqualTo(code), $"{command}\n{output}\n{error}");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    // The catalogue, and where its target files find the products that they start.
    private void Link()
    {
        foreach (var name in Linked) Directory.CreateSymbolicLink(At(name), At(Repository.Root, name));
    }

    private static string At(params string[] parts) => System.IO.Path.Combine(parts);

    private static void Copy(string from, string to, Func<string, bool> isWanted)
    {
        var inDepth = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(from, "*", inDepth))
        {
            var below = System.IO.Path.GetRelativePath(from, file);
            if (!isWanted(below.Replace('\\', '/'))) continue;
            var copy = System.IO.Path.Combine(to, below);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
