using System.Reflection;
using System.Text.Json;
using NUnit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace KmsiConformance.Mutations.Playing;

/// <summary>The process that plays tests: it reads an <see cref="Order"/> from each line and writes an <see cref="Answer"/>.</summary>
internal static class Worker
{
    private static readonly TestFilter Quick =
        TestFilter.FromXml("<filter><not><or><cat>Browser</cat><cat>Nightly</cat></or></not></filter>");

    public static void Serve(string tests)
    {
        using var answers = new StreamWriter(Console.OpenStandardOutput());
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(tests) + Path.DirectorySeparatorChar);
        while (Console.In.ReadLine() is { } line)
        {
            answers.WriteLine(JsonSerializer.Serialize(Play(tests, JsonSerializer.Deserialize<Order>(line)!)));
            answers.Flush();
        }
    }

    private static Answer Play(string tests, Order order)
    {
        var programs = new TestPrograms(tests, order.Room, File.ReadAllBytes(order.Program));
        using var reflected = programs.EnterContextualReflection();
        var runner = new NUnitTestAssemblyRunner(order.Listed ? new DefaultTestAssemblyBuilder() : new NamedFixtures(order.Fixtures));
        var loaded = runner.Load(programs.LoadFromAssemblyPath(tests), new Dictionary<string, object>
        {
            [FrameworkPackageSettings.LOAD] = order.Fixtures.ToList(),
            [FrameworkPackageSettings.NumberOfTestWorkers] = 0,
            [FrameworkPackageSettings.StopOnError] = true,
        });
        var failures = new Failures();
        var passed = order.Listed ? 0 : runner.Run(failures, Quick).PassCount;
        var fixtures = order.Listed ? Fixtures(loaded).Distinct().ToList() : [];
        var reached = programs.Assemblies.FirstOrDefault(one => one.GetName().Name == order.Room)?.GetType(Reach.Class)
            ?.GetField(Reach.Field, BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as bool[] ?? [];
        programs.Unload();
        return new Answer(passed, failures.First, fixtures, [.. reached.Index().Where(place => place.Item).Select(place => place.Index)]);
    }

    private static IEnumerable<string> Fixtures(ITest test) => test is TestFixture && test.TypeInfo is { } type
        ? [type.FullName]
        : test.Tests.SelectMany(Fixtures);

    private sealed class Failures : ITestListener
    {
        public string? First { get; private set; }

        public void TestFinished(ITestResult result)
        {
            if (result.ResultState.Status == TestStatus.Failed && !result.Test.IsSuite || result.ResultState.Site == FailureSite.SetUp)
                First ??= $"{result.Test.FullName}: {result.Message}";
        }

        public void TestStarted(ITest test)
        {
            // What matters is how it ends.
        }

        public void TestOutput(TestOutput output)
        {
            // Nobody reads it.
        }

        public void SendMessage(TestMessage message)
        {
            // Nobody reads it.
        }
    }
}
