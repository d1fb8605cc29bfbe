namespace KmsiConformance.Suite.Steps;

/// <summary>A value that may differ from profile to profile.</summary>
/// <param name="Otherwise">Holds where nothing else is said; null when every profile must be named.</param>
public sealed record ByProfile<T>(T? Otherwise, IReadOnlyDictionary<string, T> Named) where T : class
{
    /// <summary>The same value in every profile.</summary>
    public static ByProfile<T> Always(T value) => new(value, new Dictionary<string, T>(StringComparer.Ordinal));

    /// <summary>The value for a profile.</summary>
    /// <exception cref="InvalidOperationException">Neither the profile nor a value for all others is given.</exception>
    public T For(string profile) => Named.TryGetValue(profile, out var value)
        ? value
        : Otherwise ?? throw new InvalidOperationException($"No expectation is written for the profile {profile}.");

    /// <summary>Whether <see cref="For"/> has an answer.</summary>
    public bool Covers(string profile) => Otherwise is not null || Named.ContainsKey(profile);
}
