namespace KmsiConformance.Reference;

/// <summary>A sign-out calls every LogoutUrl twice.</summary>
internal sealed class TellsAppsTwice : Conduct, IFault
{
    public static string Does => "A sign-out calls every LogoutUrl twice.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override IEnumerable<AppRegistration> Told(
        IReadOnlyList<AppRegistration> participants, AppRegistration? initiator, IReadOnlyList<AppRegistration> registered) =>
        [.. base.Told(participants, initiator, registered), .. base.Told(participants, initiator, registered)];
}
