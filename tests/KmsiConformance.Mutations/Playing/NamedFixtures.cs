using System.Reflection;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace KmsiConformance.Mutations.Playing;

/// <summary>Builds these fixtures and looks at no other type: most of the time would go into types that nobody plays.</summary>
internal sealed class NamedFixtures(IReadOnlyList<string> names) : ITestAssemblyBuilder
{
    private readonly DefaultSuiteBuilder _builder = new();

    public ITest Build(Assembly assembly, IDictionary<string, object> options)
    {
        var all = new TestAssembly(assembly, assembly.GetName().Name!);
        foreach (var name in names) all.Add((TestSuite)_builder.BuildFrom(new TypeWrapper(assembly.GetType(name, throwOnError: true)!)));
        return all;
    }

    public ITest Build(string assemblyNameOrPath, IDictionary<string, object> options) =>
        throw new NotSupportedException("The assembly is loaded before.");
}
