using KmsiConformance.Apps;
using KmsiConformance.Sites;
using KmsiConformance.Suite;

namespace KmsiConformance.Targets.Files;

/// <summary>A login endpoint that runs already, wherever it is. Its apps have fixed ports, so worlds take turns.</summary>
/// <param name="file">The file.</param>
public sealed class RemoteTargetKind(TargetFile file) : DeclaredTargetKind(file)
{
    private readonly SemaphoreSlim _turns = new(1);
    private readonly HttpClient _http = new(LoopbackHttp.CreateHandler()) { Timeout = TimeSpan.FromSeconds(20) };
    private Places? _places;
    private WatchedClock? _clock;

    /// <inheritdoc/>
    public override string Kind => "remote";

    /// <inheritdoc/>
    public override async Task PrepareAsync(string? evidence, Action<string> say, CancellationToken cancellation)
    {
        _places = new Places(File);
        await DiscoveryCheck.RunAsync(File, _places, cancellation);
        if (File.ClockHook is { } hook)
        {
            _clock = hook.Clock(_places, File.Address, _http);
            say($"Clock of {File.Name}: hook: {await _clock.ProveAsync(cancellation)}");
        }

        say($"Target: {File.Name} at {new Uri(File.Address).Authority}");
    }

    /// <inheritdoc/>
    public override async Task<ITargetPlace> TakeAsync(Scenario scenario, CancellationToken cancellation)
    {
        var places = _places ?? throw new InvalidOperationException($"{Name} was not prepared.");
        await _turns.WaitAsync(cancellation);
        return new Place(this, places);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _turns.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    // Whatever is asked next would be in vain as well, so the run ends there.
    private async Task<string?> WhyGoneAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(File.Address), HttpCompletionOption.ResponseHeadersRead, cancellation);
            return null;
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            var gone = $"the target at {new Uri(File.Address).Authority} does not answer any more: "
                + $"{silent.GetBaseException().Message.TrimEnd('.')}. Nothing more is asked of it";
            Care.End(gone);
            return gone;
        }
    }

    private sealed class Place(RemoteTargetKind kind, Places places) : ITargetPlace
    {
        public TimeSpan Ahead => kind._clock?.Offset ?? TimeSpan.Zero;

        public IReadOnlyDictionary<string, AppPlace> Apps { get; } = DeclaredTarget.AppsOf(kind.File, places);

        public AppCredentials CredentialsOf(string app) => DeclaredTarget.CredentialsOf(kind.File, places, app);

        public Task<ITarget> StartAsync(TargetRequest asked, CancellationToken cancellation) =>
            Task.FromResult<ITarget>(new DeclaredTarget(kind.File, places, kind._clock, () => null) { Asks = kind.WhyGoneAsync });

        public ValueTask DisposeAsync()
        {
            kind._turns.Release();
            return ValueTask.CompletedTask;
        }
    }
}
