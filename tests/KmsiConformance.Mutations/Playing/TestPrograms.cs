using System.Reflection;
using System.Runtime.Loader;

namespace KmsiConformance.Mutations.Playing;

/// <summary>
/// The programs of the tests, loaded once more, with another program in the place of one room. Only NUnit and the frameworks are shared.
/// </summary>
internal sealed class TestPrograms(string tests, string room, byte[] program) : AssemblyLoadContext(isCollectible: true)
{
    private const string Shared = "nunit.framework";

    // Of what is in a framework and beside the tests as well, there may be one copy only.
    private static readonly HashSet<string> Frameworks = [.. Directory
        .EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
        .Concat(Directory.EnumerateFiles(Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)!, "*.dll"))
        .Select(file => Path.GetFileNameWithoutExtension(file)!)];

    private readonly AssemblyDependencyResolver _resolver = new(tests);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is Shared || Frameworks.Contains(assemblyName.Name ?? "")) return null;
        if (assemblyName.Name == room) return LoadFromStream(new MemoryStream(program));
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
