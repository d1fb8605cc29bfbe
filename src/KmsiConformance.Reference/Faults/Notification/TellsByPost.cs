using KmsiConformance.Reference.Http;

namespace KmsiConformance.Reference;

/// <summary>A sign-out calls LogoutUrls by POST.</summary>
internal sealed class TellsByPost : Conduct, IFault
{
    public static string Does => "A sign-out calls LogoutUrls by POST.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    internal override IReadOnlyList<Notification> ThroughTheBrowser(IReadOnlyList<Notification> due) =>
        [.. due.Select(notification => notification with { Form = [] })];
}
