namespace KmsiConformance.Saml;

/// <summary>Remembers messages as long as they could be presented again. Safe for concurrent requests.</summary>
public sealed class ReplayCache
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>Whether the message is presented for the first time.</summary>
    /// <param name="until">From when on it is refused anyway.</param>
    public bool IsFirst(string id, DateTimeOffset until, DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var (old, over) in _until)
                if (over <= now) _until.Remove(old);
            return _until.TryAdd(id, until);
        }
    }
}
