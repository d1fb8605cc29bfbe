using System.Diagnostics;
using KmsiConformance.Clocks.Standstills;
using NUnit.Framework;

namespace KmsiConformance.Tests.Clocks.Standstills;

internal sealed class HeartbeatTests
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly TwoClocks _time = new();
    private readonly HashSet<int> _stopped = [];
    private Heartbeat _heartbeat = null!;

    [SetUp]
    public void Begin() => _heartbeat = new Heartbeat(_time, () => _stopped);

    [Test]
    public void A_machine_that_beats_in_time_ran()
    {
        var mark = _heartbeat.Mark();
        for (var beat = 0; beat < 100; beat++) Pass(Period);
        Pass(Period + TimeSpan.FromSeconds(1.5));
        Assert.That(_heartbeat.Longest(mark, null), Is.Null);
    }

    [Test]
    public void A_process_that_was_stopped_beats_late()
    {
        var mark = _heartbeat.Mark();
        Pass(Period);
        _time.Move(TimeSpan.FromSeconds(26));
        Assert.That(_heartbeat.Longest(mark, null)?.ToString(), Is.EqualTo("this machine stood still for 26 s"));
    }

    [Test]
    public void A_machine_that_slept_beats_in_time_and_its_wall_clock_has_gone_ahead()
    {
        var mark = _heartbeat.Mark();
        _time.MoveWall(TimeSpan.FromHours(1));
        Pass(Period);
        Assert.That(_heartbeat.Longest(mark, null)?.ToString(), Is.EqualTo("this machine slept, or its clock was set ahead, by 3600 s"));
    }

    [Test]
    public void A_clock_that_was_set_back_is_noticed_too()
    {
        var mark = _heartbeat.Mark();
        _time.MoveWall(-TimeSpan.FromSeconds(30));
        Pass(Period);
        Assert.That(_heartbeat.Longest(mark, null)?.ToString(), Is.EqualTo("the clock of this machine was set back by 30 s"));
    }

    [Test]
    public void What_was_over_before_is_no_matter()
    {
        Pass(TimeSpan.FromSeconds(40));
        Pass(Period);
        var mark = _heartbeat.Mark();
        Pass(Period);
        Assert.That(_heartbeat.Longest(mark, null), Is.Null);
    }

    [Test]
    public void A_process_that_is_stopped_is_told_while_it_lasts_and_afterwards()
    {
        var mark = _heartbeat.Mark();
        using var watch = _heartbeat.WatchProcesses(() => [("the browser", 4711), ("the target's process", 4712)]);
        for (var beat = 0; beat < 8; beat++) Pass(Period);
        Assert.That(_heartbeat.Longest(mark, watch), Is.Null);

        _stopped.Add(4711);
        for (var beat = 0; beat < 40; beat++) Pass(Period);
        Assert.That(_heartbeat.Longest(mark, watch)?.ToString(), Does.Match("^the browser was stopped for (9|10) s$"));
        Assert.That(_heartbeat.Longest(mark, null), Is.Null, "another world");

        _stopped.Clear();
        for (var beat = 0; beat < 4; beat++) Pass(Period);
        Assert.That(_heartbeat.Longest(mark, watch)?.ToString(), Does.StartWith("the browser was stopped for"));
        Assert.That(_heartbeat.Longest(_heartbeat.Mark(), watch), Is.Null, "the next step");
    }

    [Test]
    public void What_anybody_watched_is_told_after_the_watch_too()
    {
        var mark = _heartbeat.Mark();
        using (_heartbeat.WatchProcesses(() => [("the target's process", 4711)]))
        {
            _stopped.Add(4711);
            for (var beat = 0; beat < 40; beat++) Pass(Period);
            Assert.That(_heartbeat.LongestOfAny(mark)?.ToString(), Does.StartWith("the target's process was stopped for"));
        }

        _time.Move(TimeSpan.FromMilliseconds(1));
        Assert.That(_heartbeat.LongestOfAny(mark)?.ToString(), Does.StartWith("the target's process was stopped for"));
        Assert.That(_heartbeat.LongestOfAny(_heartbeat.Mark()), Is.Null);
    }

    [Test]
    [Platform("Linux")]
    public async Task A_stopped_process_is_seen()
    {
        using var sleeper = Process.Start("setsid", ["sleep", "60"]);
        try
        {
            Assert.That(StoppedProcesses.Sessions(), Does.Not.Contain(sleeper.Id));
            await SignalAsync(sleeper, "STOP");
            Assert.That(() => StoppedProcesses.Sessions(), Does.Contain(sleeper.Id).After(5_000, 50));
            await SignalAsync(sleeper, "CONT");
            Assert.That(() => StoppedProcesses.Sessions(), Does.Not.Contain(sleeper.Id).After(5_000, 50));
        }
        finally
        {
            sleeper.Kill();
        }
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private void Pass(TimeSpan time)
    {
        _time.Move(time);
        _heartbeat.Beat();
    }
}
