using KmsiConformance.Ledger;

namespace KmsiConformance.Reference.Kernel.Log;

/// <summary>
/// One HTTP request to the service. Query values that may be secret are masked; bodies and cookies are not recorded at
/// all.
/// </summary>
/// <param name="At">The service's time, UTC.</param>
/// <param name="Address">Path and masked query.</param>
/// <param name="CorrelationId">As on error pages; null where no policy was found.</param>
public sealed record LoggedRequest(DateTimeOffset At, string Method, string Address, int Status, string? CorrelationId);

/// <summary>Something that happened to somebody's sign-in.</summary>
/// <param name="At">The service's time, UTC.</param>
/// <param name="User">
/// The user's name; null while nobody is known. A name that no user has is never written down: people type passwords
/// into the wrong field.
/// </param>
/// <param name="App">The client id; null where the request names none.</param>
/// <param name="Outcome"><c>silent</c>, <c>page-shown</c>, <c>signed-in</c>, <c>rejected</c>, <c>refused</c> or <c>signed-out</c>.</param>
/// <param name="Code">The service's error code; null for success.</param>
/// <param name="KeepMeSignedIn">Whether the box was ticked; null where it played no part.</param>
public sealed record LoggedSignIn(
    DateTimeOffset At, string? User, string? App, string Policy, string Outcome, string? Code, bool? KeepMeSignedIn, string CorrelationId);

/// <summary>What the service remembers of its requests and sign-ins: the last ones, in order. Safe for concurrent requests.</summary>
/// <param name="capacity">Entries kept of each kind.</param>
public sealed class ServiceLog(int capacity = ServiceLog.StandardCapacity)
{
    /// <summary>Entries kept unless said otherwise.</summary>
    public const int StandardCapacity = 1000;

    private readonly Recent<LoggedRequest> _requests = new(capacity);
    private readonly Recent<LoggedSignIn> _signIns = new(capacity);

    /// <summary>The last requests, the oldest first.</summary>
    public IReadOnlyList<LoggedRequest> Requests(int atMost = int.MaxValue) => _requests.Last(atMost);

    /// <summary>The last sign-ins, the oldest first.</summary>
    public IReadOnlyList<LoggedSignIn> SignIns(int atMost = int.MaxValue) => _signIns.Last(atMost);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _requests.Clear();
        _signIns.Clear();
    }

    internal void Add(DateTimeOffset at, string method, string address, int status, string? correlationId) =>
        _requests.Add(() => new LoggedRequest(at, method, Secrets.MaskUrl(address), status, correlationId));

    internal void Add(LoggedSignIn entry) => _signIns.Add(() => entry);

    // Entries are made when they are read: masking every address would cost more than answering the request.
    private sealed class Recent<T>(int capacity)
    {
        private readonly Lock _gate = new();
        private readonly Queue<Func<T>> _entries = new();

        public void Add(Func<T> entry)
        {
            lock (_gate)
            {
                if (_entries.Count == capacity) _entries.Dequeue();
                _entries.Enqueue(entry);
            }
        }

        public IReadOnlyList<T> Last(int atMost)
        {
            lock (_gate) return [.. _entries.TakeLast(atMost).Select(entry => entry())];
        }

        public void Clear()
        {
            lock (_gate) _entries.Clear();
        }
    }
}
