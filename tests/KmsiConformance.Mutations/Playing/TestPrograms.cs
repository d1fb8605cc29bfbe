using System.Reflection;
using System.Runtime.Loader;

namespace KmsiConformance.Mutations.Playing;

/// <summary>The programs of the tests, loaded once more, with another program in the place of one room. Only NUnit is shared.</summary>
internal sealed class TestPrograms(string tests, string room, byte[] program) : AssemblyLoadContext(isCollectible: true)
{
    private readonly AssemblyDependencyResolver _resolver = new(tests);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == "nunit.framework") return null;
        if (assemblyName.Name == room) return LoadFromStream(new MemoryStream(program));
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
