using System.Collections.Concurrent;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.SignOut;
using KmsiConformance.Sites;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class TellsTooLate : NotificationRules, IFault
{
    public static string Does => "LogoutUrls are called by the service itself, and only when somebody asks it for something else.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

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
