using System.Security.Cryptography;
using System.Text;

namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>Things that wait for a short time under a secret name. Names are kept as hashes; what expired is swept away.</summary>
internal sealed class ExpiringStore<T>(TimeProvider clock, Func<T, DateTimeOffset> expiresAt)
    where T : class
{
    private const int SweepAtLeast = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, T> _things = new(StringComparer.Ordinal);
    private int _sweepAt = SweepAtLeast;

    public void Put(string name, T thing)
    {
        lock (_gate)
        {
            _things[Key(name)] = thing;
            if (_things.Count < _sweepAt) return;
            var now = clock.GetUtcNow();
            foreach (var (key, old) in _things)
                if (expiresAt(old) <= now) _things.Remove(key);
            _sweepAt = Math.Max(SweepAtLeast, 2 * _things.Count);
        }
    }

    public T? Peek(string name)
    {
        lock (_gate) return Fresh(_things.GetValueOrDefault(Key(name)));
    }

    public T? Take(string name)
    {
        lock (_gate) return _things.Remove(Key(name), out var thing) ? Fresh(thing) : null;
    }

    /// <summary>What waits, the oldest first.</summary>
    public IReadOnlyList<T> All()
    {
        lock (_gate) return [.. _things.Values.Where(thing => Fresh(thing) is not null).OrderBy(expiresAt)];
    }

    public void Clear()
    {
        lock (_gate) _things.Clear();
    }

    private T? Fresh(T? thing) => thing is not null && clock.GetUtcNow() < expiresAt(thing) ? thing : null;

    private static string Key(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
