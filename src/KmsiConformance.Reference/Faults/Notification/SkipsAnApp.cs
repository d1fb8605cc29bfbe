namespace KmsiConformance.Reference;

/// <summary>A sign-out forgets the application that signed in last.</summary>
internal sealed class SkipsAnApp : Conduct, IFault
{
    public static string Does => "A sign-out forgets the application that signed in last.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override IEnumerable<AppRegistration> Told(
        IReadOnlyList<AppRegistration> participants, AppRegistration? initiator, IReadOnlyList<AppRegistration> registered) =>
        base.Told([.. participants.SkipLast(1)], initiator, registered);
}
