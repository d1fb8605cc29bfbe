using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Sites;

/// <summary>Requests that a site never answers, because it plays one that hangs.</summary>
public static class Unanswered
{
    /// <summary>
    /// Holds the request until whoever asks gives up, or the server stops. In memory, where time is not real, whoever asks
    /// is told at once that no answer will come, so that nobody waits for it.
    /// </summary>
    public static async Task LeaveUnansweredAsync(this HttpContext context)
    {
        context.Features.Get<Notice>()?.Give();
        await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A request in memory: tells whoever asks that no answer will come.</summary>
    internal sealed class Notice
    {
        private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends when it is known that no answer will come.</summary>
        public Task Given => _given.Task;

        public void Give() => _given.TrySetResult();
    }
}
