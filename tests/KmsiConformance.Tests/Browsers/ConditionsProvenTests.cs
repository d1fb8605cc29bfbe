using System.Reflection;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Canaries;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Suite.Steps.Restarts;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

internal sealed class ConditionsProvenTests
{
    [Test]
    public async Task What_nobody_could_see_is_tried_again_by_the_next_who_relies_on_it_and_not_for_ever()
    {
        var started = 0;
        var proven = new ConditionsProven(
            clock => new RealBrowserClock(clock),
            (_, _, _) =>
            {
                started++;
                return DispatchProxy.Create<IBrowser, BusyBrowser>();
            },
            _ => "chromium", _ => { });
        var conditions = new BrowserConditions { Restarts = [RestartKind.Quit] };

        var counts = new List<int>();
        for (var asked = 0; asked < 5; asked++)
        {
            var answer = await proven.WhyNotAsync(conditions, CancellationToken.None);
            Assert.That(answer, Is.Not.Null.And.Property(nameof(CanaryAnswer.Holds)).Null);
            counts.Add(started);
        }

        // Three tries for each of the first three who ask.
        Assert.That(counts, Is.EqualTo(new[] { 3, 6, 9, 9, 9 }));
    }

    /// <summary>One that does nothing that it is asked to do.</summary>
#pragma warning disable CA1852, MA0053 // A proxy derives from it when the test runs.
    internal class BusyBrowser : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? method, object?[]? arguments) => method?.Name switch
        {
            nameof(IAsyncDisposable.DisposeAsync) => ValueTask.CompletedTask,
            "get_ProcessId" => null,
            _ => throw new InvalidOperationException("it is busy"),
        };
    }
}
