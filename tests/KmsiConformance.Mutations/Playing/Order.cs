namespace KmsiConformance.Mutations.Playing;

/// <summary>What a worker is told: a line of JSON.</summary>
/// <param name="Room">The assembly that is replaced.</param>
/// <param name="Program">The file that takes its place.</param>
/// <param name="Fixtures">Full names of fixtures, or namespaces where they are only listed.</param>
/// <param name="Listed">They are listed and not played.</param>
internal sealed record Order(string Room, string Program, IReadOnlyList<string> Fixtures, bool Listed = false);

/// <summary>What it answers, with the fixtures that were listed and the places that were reached.</summary>
/// <param name="Failure">The first test that failed, and how; null where all passed. Nothing is played after it.</param>
internal sealed record Answer(int Passed, string? Failure, IReadOnlyList<string> Fixtures, IReadOnlyList<int> Reached);
