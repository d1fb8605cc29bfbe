namespace KmsiConformance.Suite.Schema;

/// <summary>The parts of which the scenario schema is put together, as they were when this was built.</summary>
internal static class SchemaParts
{
    private const string Ending = ".schema.json";

    /// <summary>Verbs for which there is a part.</summary>
    public static IReadOnlyList<string> Verbs { get; } =
    [
        .. typeof(SchemaParts).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => name[..^Ending.Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>Everything but the kinds of steps.</summary>
    public static string Frame => Read("scenario.frame.json")!;

    /// <summary>What a file with a matrix has besides.</summary>
    public static string Matrix => Read("matrix.frame.json")!;

    /// <summary>The part of a verb; null where there is none.</summary>
    public static string? Find(string verb) => Read(verb + Ending);

    private static string? Read(string name)
    {
        using var stream = typeof(SchemaParts).Assembly.GetManifestResourceStream(name);
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }
}
