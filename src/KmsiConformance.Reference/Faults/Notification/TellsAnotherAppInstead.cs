namespace KmsiConformance.Reference;

/// <summary>A sign-out tells another application than the one that is signed in.</summary>
internal sealed class TellsAnotherAppInstead : Conduct, IFault
{
    public static string Does => "A sign-out tells another application than the one that is signed in.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override IEnumerable<AppRegistration> Told(
        IReadOnlyList<AppRegistration> participants, AppRegistration? initiator, IReadOnlyList<AppRegistration> registered) =>
        registered.Where(app => app.LogoutUrl is not null && app != initiator && !participants.Contains(app)).Take(participants.Count);
}
