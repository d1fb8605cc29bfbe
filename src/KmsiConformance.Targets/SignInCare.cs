namespace KmsiConformance.Targets;

/// <summary>
/// Keeps the accounts of a target from harm: no more sign-ins a minute than it allows, and none at all once it refuses the
/// right password again or says that it has had enough. One for all worlds of a run.
/// </summary>
/// <param name="aMinute">Sign-ins that may be tried within one minute of real time; null for any number.</param>
/// <param name="isShared">Whether others than the harness use the accounts: then it stops, and does not only take note.</param>
/// <param name="time">Real time.</param>
/// <param name="delay">Waits so long, of real time.</param>
public sealed class SignInCare(int? aMinute, bool isShared, TimeProvider time, Func<TimeSpan, CancellationToken, Task> delay)
{
    /// <summary>Wrong passwords that scenarios may type one after the other; services lock an account after three to ten.</summary>
    public const int WrongPasswords = 3;

    // One rejection may be the finding that the scenario looks for.
    private const int Rejections = 2;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Between two looks at an authenticator app.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private bool _isForOneWorld;
    private readonly Queue<DateTimeOffset> _tried = new();
    private readonly Dictionary<string, int> _rejected = new(StringComparer.Ordinal);
    private bool _passes;
    private readonly Dictionary<string, int> _wrong = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    /// <summary>Whether others than the harness use the accounts.</summary>
    public bool IsShared => isShared;

    /// <summary>Why no sign-in is tried any more; null while they are.</summary>
    public string? Stopped { get; private set; }

    /// <summary>No care is needed: the accounts were made for one world.</summary>
    public static SignInCare None() =>
        new(null, isShared: false, TimeProvider.System, (_, _) => Task.CompletedTask) { _isForOneWorld = true };

    /// <summary>Waits until so many sign-ins can follow each other without a wait between them, as far as the limit allows.</summary>
    public async Task RoomAsync(int signIns, CancellationToken cancellation)
    {
        while (UntilRoom(signIns) is { } wait) await delay(wait, cancellation);
    }

    /// <summary>Waits until the next sign-in may be tried, and counts it.</summary>
    /// <param name="user">The account.</param>
    /// <param name="wrongPassword">Whether a password is typed that is not the account's.</param>
    /// <param name="waits">Told of each wait before it begins.</param>
    /// <exception cref="SignInWithheldException">It may not be tried at all.</exception>
    public async Task TurnAsync(string user, bool wrongPassword, Action<TimeSpan> waits, CancellationToken cancellation)
    {
        while (Next(user, wrongPassword) is { } wait)
        {
            waits(wait);
            await delay(wait, cancellation);
        }
    }

    /// <summary>The code that the user's authenticator app shows, once it is another than the last: services take each once.</summary>
    /// <param name="user">The account.</param>
    /// <param name="shown">What the app shows now.</param>
    /// <param name="waits">Told of each wait before it begins.</param>
    public async Task<string> CodeAsync(string user, Func<string> shown, Action<TimeSpan> waits, CancellationToken cancellation)
    {
        string code;
        while (IsSpent(user, code = shown()))
        {
            waits(Glance);
            await delay(Glance, cancellation);
        }

        return code;
    }

    /// <summary>The account was let in.</summary>
    public void Accepted(string user)
    {
        lock (_gate)
        {
            _rejected.Remove(user);
            _wrong.Remove(user);
        }
    }

    /// <summary>The account was not let in.</summary>
    /// <exception cref="SignInWithheldException">Its right password was refused again: nothing more is tried.</exception>
    public void Rejected(string user, bool wrongPassword)
    {
        lock (_gate)
        {
            var counts = wrongPassword ? _wrong : _rejected;
            counts[user] = counts.GetValueOrDefault(user) + 1;
            if (wrongPassword || !isShared || counts[user] < Rejections) return;
            throw Stop($"{user}'s own password was refused {Rejections} times in a row");
        }
    }

    /// <summary>The target says that it takes no more sign-ins for now.</summary>
    /// <param name="sign">What it said.</param>
    /// <param name="passes">Whether it said that of the number of sign-ins, which is forgotten after a while.</param>
    public SignInWithheldException Throttled(string user, string sign, bool passes = false)
    {
        var said = $"the target takes no more sign-ins of {user} ({sign})";
        lock (_gate)
        {
            if (passes && Stopped is null) _passes = true;
            return isShared
                ? Stop(said, passes)
                : new SignInWithheldException($"{said}, so nothing after that can be told") { Passes = passes };
        }
    }

    /// <summary>Sign-ins are tried again after a pause, where it was their number alone that the target had enough of.</summary>
    public void GoOn()
    {
        lock (_gate)
        {
            if (_passes) Stopped = null;
            _passes = false;
        }
    }

    /// <summary>Nothing more is tried at all.</summary>
    /// <param name="because">Why, as a sentence without a full stop.</param>
    public void End(string because)
    {
        lock (_gate) Stopped ??= because;
    }

    // An account made for one world sees no code twice unless the scenario means it.
    private bool IsSpent(string user, string code)
    {
        lock (_gate)
        {
            if (_isForOneWorld || _codes.GetValueOrDefault(user) != code)
            {
                _codes[user] = code;
                return false;
            }

            return true;
        }
    }

    private SignInWithheldException Stop(string because, bool passes = false)
    {
        Stopped ??= because + ": no more are tried, lest an account is locked";
        return new SignInWithheldException(Stopped) { Passes = passes };
    }

    private TimeSpan? Next(string user, bool wrongPassword)
    {
        lock (_gate)
        {
            if (Stopped is not null) throw new SignInWithheldException(Stopped);
            if (isShared && wrongPassword && _wrong.GetValueOrDefault(user) >= WrongPasswords)
                throw new SignInWithheldException(
                    $"{WrongPasswords} wrong passwords of {user} were tried in a row; one more might lock the account");
            if (Wait(1) is { } wait) return wait;
            if (aMinute is not null) _tried.Enqueue(time.GetUtcNow());
            return null;
        }
    }

    private TimeSpan? UntilRoom(int signIns)
    {
        lock (_gate)
        {
            return Stopped is null ? Wait(signIns) : null;
        }
    }

    // More than the limit at once is never had: as many as it allows.
    private TimeSpan? Wait(int signIns)
    {
        if (aMinute is not { } limit) return null;
        var now = time.GetUtcNow();
        while (_tried.TryPeek(out var oldest) && now - oldest >= Minute) _tried.Dequeue();
        var tooMany = _tried.Count + Math.Min(signIns, limit) - limit;
        return tooMany > 0 ? _tried.ElementAt(tooMany - 1) + Minute - now : null;
    }
}

/// <summary>A sign-in is not tried, for the sake of the account. The message says why; it is no finding about the target.</summary>
public sealed class SignInWithheldException(string message) : Exception(message)
{
    /// <summary>Whether it may be tried after a pause: the target has had too many sign-ins in too short a time.</summary>
    public bool Passes { get; init; }
}
