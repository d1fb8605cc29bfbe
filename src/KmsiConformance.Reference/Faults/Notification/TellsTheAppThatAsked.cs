namespace KmsiConformance.Reference;

/// <summary>A sign-out also tells the application that asked for it.</summary>
internal sealed class TellsTheAppThatAsked : Conduct, IFault
{
    public static string Does => "A sign-out also tells the application that asked for it.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override IEnumerable<AppRegistration> Told(
        IReadOnlyList<AppRegistration> participants, AppRegistration? initiator, IReadOnlyList<AppRegistration> registered) =>
        participants;
}
