namespace KmsiConformance.Tests.Fuzzing;

/// <summary>Something that is given to the program by somebody, and read by it.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Corpus">Sound examples.</param>
/// <param name="Read">Reads one as the program does; throws what it would answer with.</param>
internal sealed record FuzzSubject(string Name, IReadOnlyList<string> Corpus, Action<string> Read) : IDisposable
{
    /// <summary>Gives back what it had for itself.</summary>
    public Action End { get; init; } = () => { };

    public void Dispose() => End();

    public override string ToString() => Name;
}
