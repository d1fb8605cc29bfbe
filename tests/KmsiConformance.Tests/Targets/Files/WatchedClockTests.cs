using KmsiConformance.Clocks;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets.Files;

internal sealed class WatchedClockTests
{
    [Test]
    public void A_product_that_does_not_say_its_time_is_said_to_be_deaf_and_nobody_is_said_to_have_interrupted()
    {
        using var http = new HttpClient(new Deaf()) { Timeout = TimeSpan.FromMilliseconds(200) };
        var clock = new WatchedClock((_, _) => Task.CompletedTask, new ClockWay("hook", "See"), "http://login.test/", http);
        Assert.That(
            () => clock.FollowAsync(TimeSpan.Zero, CancellationToken.None),
            Throws.TypeOf<TargetException>().With.Message.Contains("did not answer within"));
    }

    private sealed class Deaf : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            await RealTime.Delay(Timeout.InfiniteTimeSpan, cancellation);
            throw new InvalidOperationException("It never answers.");
        }
    }
}
