using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KmsiConformance.Mutations;

/// <summary>Compiles a room as its project file does, with some of its texts changed.</summary>
internal sealed class Compiler
{
    private readonly CSharpCompilation _compilation;
    private readonly IReadOnlyList<ResourceDescription> _resources;
    private readonly string _folder;

    private Compiler(CSharpCommandLineArguments told, string folder)
    {
        _folder = folder;
        _resources = told.ManifestResources;
        var sources = told.SourceFiles.Select(file =>
            CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file.Path)), told.ParseOptions, file.Path));
        var references = told.MetadataReferences.Select(one => MetadataReference.CreateFromFile(one.Reference, one.Properties));
        var compilation = CSharpCompilation.Create(told.CompilationName, sources, references, told.CompilationOptions
            .WithConcurrentBuild(false).WithGeneralDiagnosticOption(ReportDiagnostic.Suppress).WithSpecificDiagnosticOptions([]));
        var generators = told.AnalyzerReferences.Select(one => new AnalyzerFileReference(one.FilePath, new Loader()))
            .SelectMany(one => one.GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators, parseOptions: told.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        _compilation = (CSharpCompilation)whole;
    }

    /// <summary>The files that somebody wrote.</summary>
    public IEnumerable<SyntaxTree> Sources => _compilation.SyntaxTrees.Where(tree =>
        Path.GetRelativePath(_folder, tree.FilePath) is var path && !path.StartsWith("..", StringComparison.Ordinal)
        && !path.StartsWith($"obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && File.Exists(tree.FilePath));

    /// <summary>Asks the build how it would compile a project; everything that it needs was built before.</summary>
    public static Compiler Of(string folder, string project)
    {
        var asked = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in new[]
        {
            "msbuild", $"{project}.csproj", "-t:PrepareResources;Compile", "-getItem:CscCommandLineArgs", "-p:ProvideCommandLineArgs=true",
            "-p:SkipCompilerExecution=true", "-p:BuildProjectReferences=false", "-p:DesignTimeBuild=true", "-p:RunAnalyzers=false",
            "-p:NonExistentFile=__NonExistentSubDir__/__NonExistentFile__",
        }) asked.ArgumentList.Add(argument);
        using var build = Process.Start(asked)!;
        var said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0) throw new InvalidOperationException($"{project} cannot be built: {said}");
        var arguments = JsonDocument.Parse(said).RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!);
        return new Compiler(CSharpCommandLineParser.Default.Parse(arguments, folder, null), folder);
    }

    public SemanticModel ModelOf(SyntaxTree tree) => _compilation.GetSemanticModel(tree);

    /// <summary>The program with one file changed, and another one added if it is given; null where that does not compile.</summary>
    public byte[]? With(SyntaxTree tree, SourceText text) => Emit(_compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text))).Program;

    public byte[] With(IReadOnlyDictionary<SyntaxTree, SourceText> changed, string added)
    {
        var compilation = changed.Aggregate(_compilation, (all, one) => all.ReplaceSyntaxTree(one.Key, one.Key.WithChangedText(one.Value)));
        var options = (CSharpParseOptions)_compilation.SyntaxTrees[0].Options;
        return Whole(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(added, options)));
    }

    public byte[] Unchanged => Whole(_compilation);

    private byte[] Whole(CSharpCompilation compilation)
    {
        var (program, problem) = Emit(compilation);
        return program ?? throw new InvalidOperationException($"{_compilation.AssemblyName} does not compile: {problem}");
    }

    private (byte[]? Program, Diagnostic? Problem) Emit(CSharpCompilation compilation)
    {
        using var program = new MemoryStream();
        var emitted = compilation.Emit(program, manifestResources: _resources);
        return emitted.Success
            ? (program.ToArray(), null)
            : (null, emitted.Diagnostics.First(one => one.Severity == DiagnosticSeverity.Error));
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
            // They come with the compiler.
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
