namespace KmsiConformance.Reference;

/// <summary>A sign-out tells applications that take no part in the session.</summary>
internal sealed class TellsAppsNeverVisited : Conduct, IFault
{
    public static string Does => "A sign-out tells applications that take no part in the session.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override IEnumerable<AppRegistration> Told(
        IReadOnlyList<AppRegistration> participants, AppRegistration? initiator, IReadOnlyList<AppRegistration> registered) =>
        base.Told(registered, initiator, registered);
}
