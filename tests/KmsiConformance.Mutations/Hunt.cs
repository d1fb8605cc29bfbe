using System.Collections.Concurrent;
using System.Security.Cryptography;
using KmsiConformance.Mutations.Playing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KmsiConformance.Mutations;

/// <summary>Makes the mutations of a room and plays the tests that come to their places.</summary>
/// <param name="root">The folder of the repository.</param>
/// <param name="tests">The compiled tests.</param>
/// <param name="tell">Hears what is worth saying meanwhile.</param>
internal sealed class Hunt(Room room, string root, string tests, Action<string> tell) : IDisposable
{
    private static readonly TimeSpan LongestFixture = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(120);

    private readonly Compiler _compiler = Compiler.Of(room.Folder(root), room.Project);
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("kmsi-mutations-");
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TimeSpan> _fixtures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, ConcurrentBag<string>> _reachedBy = [];

    /// <summary>Plays them all.</summary>
    /// <param name="only">Which mutations, by their file and name.</param>
    /// <param name="workers">How many processes play tests.</param>
    public async Task<IReadOnlyList<Outcome>> RunAsync(Func<Mutation, bool> only, int workers)
    {
        _known[Digest(_compiler.Unchanged)] = "the program as it is";
        var places = await ReachAsync(workers);
        var waiting = new ConcurrentQueue<(SyntaxTree Tree, Mutation Mutation, SyntaxNode? Place)>(_compiler.Sources.SelectMany(tree =>
            MutationList.Of(tree, _compiler.ModelOf(tree), SourceOf(tree)).Select(one => (tree, one.Mutation, one.Place)))
            .Where(one => only(one.Mutation)));
        tell($"{room.Name}: {waiting.Count} changes to try, {_fixtures.Count} fixtures of "
            + $"{_fixtures.Values.Aggregate(TimeSpan.Zero, (sum, one) => sum + one).TotalSeconds:0} s");
        var outcomes = new ConcurrentBag<Outcome>();
        await EachAsync(workers, async (workplace, number) =>
        {
            while (waiting.TryDequeue(out var next))
            {
                var text = next.Tree.GetText().WithChanges(new TextChange(next.Mutation.Where, next.Mutation.After));
                if (_compiler.With(next.Tree, text) is not { } program || !_known.TryAdd(Digest(program), next.Mutation.Name)) continue;
                var reaching = Within(next.Place, places).SelectMany(place => _reachedBy.GetValueOrDefault(place, [])).Distinct()
                    .OrderBy(fixture => _fixtures[fixture]).ToList();
                outcomes.Add(await PlayAsync(workplace, number, next.Mutation, program, reaching));
                if (outcomes.Count % 100 == 0) tell($"{room.Name}: {outcomes.Count} played, {waiting.Count} changes left");
            }
        });
        return [.. outcomes.OrderBy(one => one.Mutation.Source, StringComparer.Ordinal).ThenBy(one => one.Mutation.Line)];
    }

    public void Dispose() => _scratch.Delete(recursive: true);

    // Those that bear the name of what is changed know it best.
    private async Task<Outcome> PlayAsync(
        Workplace workplace, int number, Mutation mutation, byte[] program, IReadOnlyList<string> reaching)
    {
        if (reaching.Count == 0) return new Outcome(mutation, Fate.NotReached, null);
        var file = Path.Combine(_scratch.FullName, $"{number}.dll");
        await File.WriteAllBytesAsync(file, program);
        var type = mutation.Member.Split('.')[0];
        foreach (var batch in reaching.GroupBy(fixture => fixture.Contains($".{type}Tests", StringComparison.Ordinal))
            .OrderByDescending(group => group.Key))
        {
            var limit = LongestFixture + 5 * batch.Aggregate(TimeSpan.Zero, (sum, fixture) => sum + _fixtures[fixture]);
            var answer = await workplace.AskAsync(new Order(room.Project, file, [.. batch]), limit);
            if (answer.Failure is { } by) return new Outcome(mutation, Fate.Killed, by);
        }

        return new Outcome(mutation, Fate.Survived, null);
    }

    // Of a type also what stands in it: one of which nobody makes an instance is reached by its members.
    private static IEnumerable<int> Within(SyntaxNode? place, IReadOnlyDictionary<SyntaxNode, int> places) => place switch
    {
        null => [],
        TypeDeclarationSyntax type => type.DescendantNodesAndSelf().Where(places.ContainsKey).Select(node => places[node]),
        _ => [places[place]],
    };

    // Plays each fixture by itself, with sources that note where they are.
    private async Task<IReadOnlyDictionary<SyntaxNode, int>> ReachAsync(int workers)
    {
        var places = new Dictionary<SyntaxNode, int>();
        var noted = new Dictionary<SyntaxTree, SourceText>();
        foreach (var tree in _compiler.Sources)
        {
            var (text, found) = Reach.Instrument(tree.GetRoot(), places.Count);
            noted[tree] = text;
            foreach (var place in found) places.Add(place, places.Count);
        }

        var file = Path.Combine(_scratch.FullName, "reach.dll");
        await File.WriteAllBytesAsync(file, _compiler.With(noted, Reach.Source(places.Count)));
        var waiting = new ConcurrentQueue<string>();
        await EachAsync(1, async (workplace, _) =>
        {
            var namespaces = room.Tests.Select(one => $"KmsiConformance.Tests.{one}").ToList();
            var listed = await workplace.AskAsync(new Order(room.Project, file, namespaces, Listed: true), LongestStart);
            foreach (var fixture in listed.Fixtures) waiting.Enqueue(fixture);
        });
        await EachAsync(workers, async (workplace, _) =>
        {
            while (waiting.TryDequeue(out var fixture))
            {
                var started = TimeProvider.System.GetTimestamp();
                var answer = await workplace.AskAsync(new Order(room.Project, file, [fixture]), LongestFixture);
                if (answer.Failure is { } failure) tell($"{room.Name}: {fixture} is left out: {failure}");
                if (answer.Failure is not null || answer.Passed == 0) continue;
                _fixtures[fixture] = TimeProvider.System.GetElapsedTime(started);
                foreach (var place in answer.Reached) _reachedBy.GetOrAdd(place, _ => []).Add(fixture);
            }
        });
        return places;
    }

    private async Task EachAsync(int workers, Func<Workplace, int, Task> work) => await Task.WhenAll(Enumerable.Range(0, workers).Select(
        async number =>
        {
            using var workplace = new Workplace(tests);
            await Task.Yield();
            await work(workplace, number);
        }));

    private string SourceOf(SyntaxTree tree) =>
        $"{room.Name}/{Path.GetRelativePath(room.Folder(root), tree.FilePath).Replace(Path.DirectorySeparatorChar, '/')}";

    private static string Digest(byte[] program) => Convert.ToHexString(SHA256.HashData(program));
}
