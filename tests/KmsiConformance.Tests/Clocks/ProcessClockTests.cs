using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Clocks;

/// <summary>Both providers, with small programs that ask the wall clock (bash would not do: libfaketime does not move it live).</summary>
[Platform("Linux")]
internal sealed class ProcessClockTests
{
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(3);

    [Test]
    public async Task A_process_starts_at_the_offset([Values("preload", "libfaketime")] string provider)
    {
        using var clock = Make(provider);
        clock.SetOffset(TimeSpan.FromDays(10));
        Assert.That(await DateAsync(clock.Environment), Is.EqualTo(RealTime.UtcNow.AddDays(10)).Within(Near));
    }

    [Test]
    public async Task A_running_process_follows_a_move([Values("preload", "libfaketime")] string provider)
    {
        using var clock = Make(provider);
        using var perl = Start(clock.Environment, "perl", "-e", "$|=1; while(<STDIN>){print time,\"\\n\"}");
        Assert.That(await AskAsync(), Is.EqualTo(RealTime.UtcNow).Within(Near));

        clock.SetOffset(TimeSpan.FromDays(10));
        Assert.That(await AskAsync(), Is.EqualTo(RealTime.UtcNow.AddDays(10)).Within(Near));
        clock.SetOffset(new TimeSpan(400, 0, 0, 1));
        Assert.That(await AskAsync(), Is.EqualTo(RealTime.UtcNow + new TimeSpan(400, 0, 0, 1)).Within(Near));

        perl.StandardInput.Close();
        await perl.WaitForExitAsync();

        async Task<DateTimeOffset> AskAsync()
        {
            await perl.StandardInput.WriteLineAsync("now");
            return Parse(await perl.StandardOutput.ReadLineAsync());
        }
    }

    [Test]
    public async Task Two_clocks_do_not_see_each_other([Values("preload", "libfaketime")] string provider)
    {
        using var one = Make(provider);
        using var other = Make(provider);
        one.SetOffset(TimeSpan.FromDays(10));
        other.SetOffset(TimeSpan.FromDays(20));
        Assert.That(await DateAsync(one.Environment), Is.EqualTo(RealTime.UtcNow.AddDays(10)).Within(Near));
        Assert.That(await DateAsync(other.Environment), Is.EqualTo(RealTime.UtcNow.AddDays(20)).Within(Near));
    }

    [Test]
    public void Disposing_deletes_the_file([Values("preload", "libfaketime")] string provider)
    {
        var clock = Make(provider);
        var file = clock.Environment.Where(variable => variable.Key.EndsWith("_FILE", StringComparison.Ordinal))
            .Select(variable => variable.Value).Single();
        Assert.That(file, Does.Exist);

        clock.Dispose();

        Assert.That(file, Does.Not.Exist);
    }

    [Test]
    public void A_killed_process_leaves_no_shared_memory_behind([Values("preload", "libfaketime")] string provider)
    {
        var clock = Make(provider);
        using var perl = Start(clock.Environment, "perl", "-e", "$|=1; print \"up\\n\"; <STDIN>");
        Assert.That(perl.StandardOutput.ReadLine(), Is.EqualTo("up"));
        perl.Kill();
        perl.WaitForExit();

        clock.Dispose();

        Assert.That(Directory.GetFiles("/dev/shm", $"*faketime*_{perl.Id}"), Is.Empty);
    }

    [Test]
    public async Task The_library_changes_nothing_without_a_file()
    {
        using var clock = Make("preload");
        clock.SetOffset(TimeSpan.FromDays(10));
        var only = clock.Environment.Where(variable => variable.Key == "LD_PRELOAD").ToDictionary(StringComparer.Ordinal);
        Assert.That(await DateAsync(only), Is.EqualTo(RealTime.UtcNow).Within(Near));
    }

    private static IProcessClock Make(string provider)
    {
        try
        {
            return ClockChoice.Providers.Single(known => known.Name == provider).Make();
        }
        catch (ClockUnavailableException unavailable)
        {
            Assert.Ignore(unavailable.Message);
            throw;
        }
    }

    private static async Task<DateTimeOffset> DateAsync(IReadOnlyDictionary<string, string> environment)
    {
        using var date = Start(environment, "date", "+%s");
        var answer = await date.StandardOutput.ReadLineAsync();
        await date.WaitForExitAsync();
        return Parse(answer);
    }

    private static Process Start(IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static DateTimeOffset Parse(string? seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds!, CultureInfo.InvariantCulture));
}
