using System.Diagnostics;
using System.Reflection;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Scheduling;
using StackExchange.Redis;

namespace KmsiConformance.Queues;

/// <summary>The scripts that a queue is changed by: each as a whole or not at all, whoever else is at it.</summary>
/// <param name="connection">To the server.</param>
/// <param name="shown">How messages call it.</param>
/// <param name="patience">How long a server that does not answer is waited for.</param>
internal sealed class RedisScripts(ConnectionMultiplexer connection, string shown, TimeSpan patience)
{
    // A machine that stood still has lost time and no patience.
    private const int FewestTrials = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private int _isSilent;

    /// <summary>How messages call the server.</summary>
    public string Shown => shown;

    /// <summary>Told when the server stops answering, once until it answers again.</summary>
    public Action? Unanswered { get; set; }

    /// <summary>The text of a script.</summary>
    public static string Text(string name)
    {
        using var script = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.lua")
            ?? throw new ArgumentException($"There is no script {name}.", nameof(name));
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    }

    /// <summary>Runs a script; a server that is being started again is waited for.</summary>
    /// <exception cref="QueueException">It does not answer, or refuses.</exception>
    public async Task<RedisResult> RunAsync(string script, RedisKey[] keys, RedisValue[] values, CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        for (var trial = 1; ; trial++)
        {
            try
            {
                var answer = await connection.GetDatabase().ScriptEvaluateAsync(script, keys, values).WaitAsync(cancellation);
                Interlocked.Exchange(ref _isSilent, 0);
                return answer;
            }
            catch (Exception lost) when (IsPassing(lost))
            {
                if (since.Elapsed > patience && trial >= FewestTrials)
                    throw new QueueException($"the queue at {shown} has not answered for {since.Elapsed.TotalSeconds:0} s", lost);
                if (Interlocked.Exchange(ref _isSilent, 1) == 0) Unanswered?.Invoke();
                await RealTime.Delay(Pause, cancellation);
            }
            catch (RedisException refused)
            {
                throw new QueueException($"the queue at {shown} refuses: {Secrets.MaskText(refused.Message)}", refused);
            }
        }
    }

    // While a server is started again it is not there, or reads its file.
    private static bool IsPassing(Exception lost) => lost is RedisConnectionException or RedisTimeoutException
        || (lost is RedisServerException server && server.Message.StartsWith("LOADING", StringComparison.Ordinal));
}
