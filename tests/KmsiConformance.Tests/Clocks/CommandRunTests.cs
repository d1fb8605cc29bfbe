using System.Globalization;
using KmsiConformance.Browsers.Setup;
using KmsiConformance.Clocks.Processes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Clocks;

/// <summary>Installers are run for real, but these only talk.</summary>
[Platform("Linux")]
internal sealed class CommandRunTests
{
    private readonly List<string> _heard = [];

    [SetUp]
    public void Forget() => _heard.Clear();

    [Test]
    public async Task Output_is_passed_on_and_success_is_silent()
    {
        Assert.That(await RunAsync("echo one; echo two >&2"), Is.Null);
        Assert.That(_heard, Is.EquivalentTo(new[] { "one", "two" }));
    }

    [Test]
    public async Task A_failure_is_told_with_its_last_line() =>
        Assert.That(await RunAsync("echo cause >&2; exit 7"), Is.EqualTo("exit code 7 (cause)"));

    [Test]
    public async Task A_program_that_asks_gets_no_answer_and_does_not_hang() =>
        Assert.That(await RunAsync("read answer || exit 3"), Is.EqualTo("exit code 3"));

    [Test]
    public async Task A_program_that_falls_silent_is_ended()
    {
        var before = TimeProvider.System.GetTimestamp();
        Assert.That(await RunAsync("echo begun; sleep 60"), Does.Contain("said nothing for 0.5 s"));
        Assert.That(TimeProvider.System.GetElapsedTime(before), Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task A_program_that_is_not_there_is_a_reason() =>
        Assert.That(await new ThisMachine().RunAsync(new Command("/no/such/program"), _heard.Add, CancellationToken.None),
            Does.Contain("No such file"));

    [Test]
    public async Task A_cancelled_program_is_ended()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var run = new CommandRun(new Command("sh", "-c", "echo $$; exec sleep 60"), TimeSpan.FromMinutes(1));
        await Assert.ThatAsync(() => run.RunAsync(_heard.Add, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(ProcessTree.IsAlive(int.Parse(_heard.Single(), CultureInfo.InvariantCulture)), Is.False);
    }

    private Task<string?> RunAsync(string script) =>
        new CommandRun(new Command("sh", "-c", script), TimeSpan.FromSeconds(0.5)).RunAsync(_heard.Add, CancellationToken.None);
}
