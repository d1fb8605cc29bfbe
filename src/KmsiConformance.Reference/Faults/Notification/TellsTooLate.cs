using KmsiConformance.Reference.Http;
using KmsiConformance.Sites;
using System.Collections.Concurrent;

namespace KmsiConformance.Reference;

/// <summary>LogoutUrls are called by the service itself, and only when somebody asks it for something else.</summary>
internal sealed class TellsTooLate : Conduct, IFault
{
    public static string Does => "LogoutUrls are called by the service itself, and only when somebody asks it for something else.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    private static readonly HttpClient Http = new(LoopbackHttp.CreateHandler()) { Timeout = TimeSpan.FromSeconds(2) };

    private readonly ConcurrentQueue<string> _due = new();

    internal override IReadOnlyList<Notification> ThroughTheBrowser(IReadOnlyList<Notification> due)
    {
        foreach (var notification in due) _due.Enqueue(notification.Address);
        return [];
    }

    internal override async Task BeforeAnswerAsync()
    {
        while (_due.TryDequeue(out var address)) (await Http.GetAsync(address)).Dispose();
    }
}
