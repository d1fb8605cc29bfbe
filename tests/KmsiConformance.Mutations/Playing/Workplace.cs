using System.Diagnostics;
using System.Text.Json;

namespace KmsiConformance.Mutations.Playing;

/// <summary>A worker in a process of its own: it is ended when it does not answer, and now and then for the memory it holds.</summary>
internal sealed class Workplace(string tests) : IDisposable
{
    /// <summary>How the failure of a worker begins that did not answer in time.</summary>
    public const string NoEnd = "no end";

    private const int MostOrders = 60;

    private Process? _worker;
    private int _orders;

    /// <summary>What becomes of it; a worker that dies or does not answer in time is a failure too.</summary>
    public async Task<Answer> AskAsync(Order order, TimeSpan limit)
    {
        if (_orders++ % MostOrders == 0) End();
        _worker ??= Start();
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await _worker.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order));
            await _worker.StandardInput.FlushAsync(patience.Token);
            if (await _worker.StandardOutput.ReadLineAsync(patience.Token) is { } line) return JsonSerializer.Deserialize<Answer>(line)!;
            End();
            return new Answer(0, "the process died", [], []);
        }
        catch (OperationCanceledException)
        {
            End();
            return new Answer(0, $"{NoEnd} within {limit.TotalSeconds:0} s", [], []);
        }
        catch (IOException)
        {
            End();
            return new Answer(0, "the process died", [], []);
        }
    }

    public void Dispose() => End();

    private Process Start() => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(Workplace).Assembly.Location, "--worker", tests])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;

    private void End()
    {
        _worker?.Kill(entireProcessTree: true);
        _worker?.Dispose();
        _worker = null;
    }
}
