using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace KmsiConformance.Cli.Packing;

/// <summary>
/// What tells this build of the program from every other: the SHA-256 over the list that <c>sha256sum</c> makes of its own assemblies, in
/// the order of their names. What a program says of itself is its word; whoever has the program can compute it again.
/// </summary>
internal static class ProgramBuild
{
    private const string Prefix = "KmsiConformance.";

    private static readonly Lazy<string> Computed = new(Compute);

    /// <summary>In hexadecimal digits.</summary>
    public static string Hash => Computed.Value;

    private static string Compute()
    {
        var known = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<Assembly>([typeof(ProgramBuild).Assembly]);
        while (open.TryDequeue(out var assembly))
        {
            if (!known.TryAdd(Path.GetFileName(assembly.Location), Sha256(assembly.Location))) continue;
            foreach (var name in assembly.GetReferencedAssemblies())
                if (name.Name!.StartsWith(Prefix, StringComparison.Ordinal)) open.Enqueue(Assembly.Load(name));
        }

        var list = string.Concat(known.Select(file => $"{file.Value}  {file.Key}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)));
    }

    private static string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
