using NUnit.Framework;

namespace KmsiConformance.Tests.Queues;

/// <summary>A server that goes away.</summary>
[Platform("Linux")]
internal sealed class LostQueueTests
{
    [Test]
    public async Task It_is_waited_for_and_that_is_said_by_its_name()
    {
        using var server = await RedisServer.StartAsync();
        await using var queue = await RedisQueueTests.JoinAsync(server, "outage");
        server.Dispose();
        using var seen = new CancellationTokenSource();
        var said = new Waiting(seen.Cancel);
        Assert.That(
            async () => await queue.GiveAsync(said, seen.Token).GetAsyncEnumerator(seen.Token).MoveNextAsync(),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(said.For, Is.EqualTo([$"the queue at {server.Address}/0, which does not answer"]));
    }
}
