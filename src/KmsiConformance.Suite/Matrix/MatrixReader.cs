using System.Globalization;
using System.Text.RegularExpressions;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Matrix;

/// <summary>
/// Reads the <c>matrix</c> of a scenario file: what varies, which combinations are left out, and whether all of them are played or
/// enough for every two values to meet.
/// </summary>
internal static partial class MatrixReader
{
    /// <summary>The key at the top of a file that describes several scenarios.</summary>
    public const string Key = "matrix";

    // Each is a scenario in every profile and browser; more than these nobody reads in a report.
    private const int Most = 200;

    // All of them are looked at to choose those that are played.
    private const int MostLookedAt = 20_000;

    private const string Except = "except";
    private const string Combinations = "combinations";

    /// <summary>The combinations that a file is to be played in, in the order of its axes.</summary>
    /// <param name="matrix">What stands behind <c>matrix</c>.</param>
    /// <exception cref="SuiteException">Something in it is wrong.</exception>
    public static IReadOnlyList<Combination> Read(YamlValue matrix)
    {
        var axes = Axes(matrix);
        var listed = matrix.Find(Except);
        if (listed is { IsList: false })
            throw listed.Problem("Expected a list of what is not played, such as [{ box: true, restart: crash }].");
        var except = listed?.Items.Select(left => (Place: left, Condition: ReadCondition(left, axes))).ToList() ?? [];
        var reduce = (matrix.Find(Combinations)?.Text ?? "pairwise") switch
        {
            "pairwise" => true,
            "all" => false,
            var other => throw matrix.Get(Combinations).Problem(
                $"Expected pairwise (every two values meet) or all, found '{other}'."),
        };

        var count = axes.Aggregate(1L, (product, axis) => product * axis.Values.Count);
        if (count > MostLookedAt) throw matrix.Problem(Invariant(
            $"These are {count} combinations, more than {MostLookedAt}: leave out values, or make two files of it."));

        var all = All(axes).ToList();
        foreach (var (place, condition) in except)
        {
            if (all.RemoveAll(combination => combination.Fits(condition)) == 0)
                throw place.Problem("What stands above leaves these combinations out already: this has no effect. Leave it out.");
        }

        if (all.Count == 0) throw matrix.Problem("'except' leaves no combination to play.");
        var played = reduce ? Pairwise.Of(all) : all;
        return played.Count <= Most
            ? played
            : throw matrix.Problem(
                Invariant($"These are {played.Count} scenarios, more than {Most}: leave out values")
                + (reduce ? "." : ", or say 'combinations: pairwise'."));
    }

    /// <summary>Reads a demand such as <c>{ box: true, restart: [quit, crash] }</c>.</summary>
    /// <param name="value">Where it stands.</param>
    /// <param name="axes">What it may name.</param>
    /// <exception cref="SuiteException">It names an axis or value that there is not.</exception>
    public static Condition ReadCondition(YamlValue value, IReadOnlyList<Axis> axes)
    {
        if (!value.IsMap || !value.Entries.Any())
            throw value.Problem("Expected what the combination has to be, such as { box: true, restart: [quit, crash] }.");
        return new Condition(value.Entries.ToDictionary(
            entry => entry.Key,
            IReadOnlyList<string> (entry) =>
            {
                var axis = axes.FirstOrDefault(known => known.Name == entry.Key) ?? throw value.KeyProblem(
                    entry.Key, $"'{entry.Key}' is not in the matrix.{NearestName.Hint(entry.Key, axes.Select(known => known.Name))} "
                        + $"It has {string.Join(", ", axes.Select(known => known.Name))}.");
                var texts = axis.Values.Select(known => known.Text).ToList();
                List<YamlValue> wanted = entry.Value.IsList ? [.. entry.Value.Items] : [entry.Value];
                foreach (var one in wanted.Where(one => !texts.Contains(one.Text)))
                    throw one.Problem(
                        $"'{one.Text}' is not a value of {axis.Name}.{NearestName.Hint(one.Text, texts)} "
                        + $"It has {string.Join(", ", texts)}.");
                return [.. wanted.Select(one => one.Text)];
            },
            StringComparer.Ordinal));
    }

    private static List<Axis> Axes(YamlValue matrix)
    {
        if (!matrix.IsMap) throw matrix.Problem("Expected what varies, each with its values: 'box: [true, false]'.");
        var axes = new List<Axis>();
        foreach (var (name, value) in matrix.Entries.Where(entry => entry.Key is not (Except or Combinations)))
        {
            if (!AxisName().IsMatch(name)) throw matrix.KeyProblem(
                name, $"'{name}' cannot be written as <{name}>: expected lower-case letters, digits and hyphens.");
            if (!value.IsList) throw value.Problem($"Expected the values of {name}, in brackets: '{name}: [one, another]'.");
            var values = value.Items.Select(item => (Item: item, Value: new AxisValue(item.Text, item.IsQuoted))).ToList();
            if (values.Count < 2) throw value.Problem($"What varies has two values or more; write the one of {name} where it belongs.");
            foreach (var (item, one) in values.Where(one => one.Value.Slug.Length == 0))
                throw item.Problem($"'{one.Text}' has no letter or digit, and becomes part of the scenario's id.");
            if (values.GroupBy(one => one.Value.Slug).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw twice.Last().Item.Problem(
                    $"'{twice.Last().Value.Text}' and '{twice.First().Value.Text}' become the same part of the scenario's id, "
                    + $"'{twice.Key}'.");
            axes.Add(new Axis(name, [.. values.Select(one => one.Value)]));
        }

        return axes.Count > 0 ? axes : throw matrix.Problem("Nothing varies here. Name it with its values: 'box: [true, false]'.");
    }

    private static IEnumerable<Combination> All(IReadOnlyList<Axis> axes)
    {
        IEnumerable<IReadOnlyList<(Axis, AxisValue)>> all = [[]];
        foreach (var axis in axes)
            all = all.SelectMany(_ => axis.Values, IReadOnlyList<(Axis, AxisValue)> (begun, value) => [.. begun, (axis, value)]);
        return all.Select(choices => new Combination(choices));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,30}$", RegexOptions.None, 1000)]
    private static partial Regex AxisName();
}
