using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Sites;
using KmsiConformance.Targets.Files;

namespace KmsiConformance.Targets.Processes;

/// <summary>A product that was started for this run: its processes, its ports, its clock, its output.</summary>
internal sealed class RunningProduct : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(200);

    private readonly TargetFile _file;
    private readonly IProcessClock? _processClock;
    private readonly ProductOutput _output;
    private readonly HttpClient _http = new(LoopbackHttp.CreateHandler()) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Process _process;
    private readonly Heartbeat.Watch _watch;
    private readonly string _mark = Guid.NewGuid().ToString("N");

    private RunningProduct(TargetFile file, Places places, IProcessClock? clock, ProductOutput output)
    {
        (_file, Places, _processClock, _output) = (file, places, clock, output);
        var ask = places.Fill(file.Start!.Ready);
        Clock = clock is not null ? new WatchedClock(Move(clock), Way(clock), ask, _http) : file.ClockHook?.Clock(places, ask, _http);
        _process = new Process { StartInfo = StartInfo() };
        _process.OutputDataReceived += (_, line) => output.Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => output.Hear(line.Data);

        // Also between two worlds: whoever asks it while it is stopped hears nothing.
        _watch = Heartbeat.OfThisProcess.WatchProcesses(() =>
            IsStarted && !_process.HasExited ? [("the target's process", _process.Id)] : []);
    }

    /// <summary>What this instance puts into the file's places.</summary>
    public Places Places { get; }

    /// <summary>Its clock; null where it lives at real time.</summary>
    public WatchedClock? Clock { get; }

    /// <summary>The process that was started; on Linux it leads the session of all that it started itself.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Why nothing more can be seen of it; null while it runs.</summary>
    public string? Gone => _process.HasExited
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"the product {_file.Name} has ended by itself (exit code {_process.ExitCode}); it last said: {_output.Last}")
        : null;

    /// <summary>Starts an instance and waits until it can be used.</summary>
    /// <param name="makeClock">Makes the clock of its processes; null leaves them at real time.</param>
    /// <param name="outputFile">Where its output is kept; null keeps none.</param>
    /// <exception cref="TargetException">It does not start, ends, or is not ready in time.</exception>
    public static async Task<RunningProduct> StartAsync(
        TargetFile file, Func<IProcessClock>? makeClock, string? outputFile, CancellationToken cancellation)
    {
        var places = new Places(file);
        var product = new RunningProduct(file, places, makeClock?.Invoke(), new ProductOutput(outputFile));
        try
        {
            await product.DemandFreePlaceAsync(cancellation);
            product.Start();
            await product.ReadyAsync(cancellation);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it with all its children: asks first, and does not ask long.</summary>
    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        if (IsStarted)
        {
            var tree = new ProcessTree(_process.Id);
            if (!_process.HasExited)
            {
                await AskToEndAsync();
                using var limit = new CancellationTokenSource(Farewell);
                await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            }

            tree.KillAll();
            ProcessTree.KillMarked(_mark);
        }

        _process.Dispose();
        _output.Dispose();
        _http.Dispose();
        _processClock?.Dispose();
        Places.Dispose();
    }

    private bool IsStarted { get; set; }

    private static Func<TimeSpan, CancellationToken, Task> Move(IProcessClock clock) => (offset, _) =>
    {
        clock.SetOffset(offset);
        return Task.CompletedTask;
    };

    private static ClockWay Way(IProcessClock clock) => new(
        clock.Name, "Programs that are linked statically, or that drop LD_PRELOAD, cannot be moved: start it in another way");

    private ProcessStartInfo StartInfo()
    {
        List<string> command = [.. _file.Start!.Command.Select(Places.Fill)];

        // As leader of a session of its own all that it starts is known by that session, also after it has died.
        if (OperatingSystem.IsLinux()) command.Insert(0, "setsid");
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = _file.Start.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _file.Start.Environment) start.Environment[name] = Places.Fill(value);
        start.Environment[ProcessTree.Marker] = _mark;
        foreach (var (name, value) in _processClock?.Environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        return start;
    }

    // Whoever answers before the product was started would be judged in its place.
    private async Task DemandFreePlaceAsync(CancellationToken cancellation)
    {
        var address = Places.Fill(_file.Start!.Ready);
        try
        {
            using var answer = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException)
        {
            return;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Somebody is there and says nothing.
        }

        throw new TargetException(
            $"{_file.Path}: somebody answers at {address} before the product was started. End that one, or take {{port:NAME}} for the "
            + "product's port in the file.");
    }

    private void Start()
    {
        try
        {
            _process.Start();
            IsStarted = true;
        }
        catch (Win32Exception absent)
        {
            throw new TargetException(
                $"{_file.Path}: '{string.Join(' ', _file.Start!.Command)}' cannot be started in {_file.Start.Folder}: {absent.Message}. "
                + "Correct 'start.command', or install what it needs with 'start.setup'.", absent);
        }

        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task ReadyAsync(CancellationToken cancellation)
    {
        var address = Places.Fill(_file.Start!.Ready);
        var begun = Stopwatch.GetTimestamp();
        var last = "no answer";
        while (Stopwatch.GetElapsedTime(begun) < _file.Start.ReadyWithin)
        {
            if (Gone is not null)
            {
                // What it said last may still be on its way.
                await RealTime.Delay(LastWords, cancellation);
                throw new TargetException(
                    $"{_file.Path}: {Gone}. It was started by 'start.command': {string.Join(' ', _file.Start.Command)}. Start it by hand "
                    + $"in {_file.Start.Folder} to see why, and correct 'start'.");
            }

            try
            {
                using var answer = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
                if (answer.IsSuccessStatusCode) return;
                last = string.Create(CultureInfo.InvariantCulture, $"status {(int)answer.StatusCode}");
            }
            catch (HttpRequestException refused)
            {
                last = refused.Message;
            }
            catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
            {
                last = "no answer in time";
            }

            await RealTime.Delay(Poll, cancellation);
        }

        throw new TargetException(string.Create(
            CultureInfo.InvariantCulture,
            $"{_file.Path}: the product was not ready within {_file.Start.ReadyWithin.TotalSeconds:0} s: {address}: {last}. It last said: "
            + $"{_output.Last}. Correct 'start.ready', or give it longer with 'start.ready-within'."));
    }

    private async Task AskToEndAsync()
    {
        if (OperatingSystem.IsWindows()) return;

        // All of its session's processes, which have the product's id as their group.
        var group = (OperatingSystem.IsLinux() ? "-" : "") + _process.Id.ToString(CultureInfo.InvariantCulture);
        try
        {
            using var kill = Process.Start(
                new ProcessStartInfo("kill", ["-TERM", "--", group]) { UseShellExecute = false, RedirectStandardError = true });
            if (kill is not null) await kill.WaitForExitAsync();
        }
        catch (Win32Exception)
        {
            // No such program: it is ended without being asked.
        }
    }
}
