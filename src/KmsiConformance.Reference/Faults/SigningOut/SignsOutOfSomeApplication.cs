using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>Under scope Application a sign-out that names no application ends the session of whichever comes first.</summary>
internal sealed class SignsOutOfSomeApplication : Conduct, IFault
{
    public static string Does => "Under scope Application a sign-out that names no application ends the session of whichever comes first.";

    public static IReadOnlyList<string> Violates => ["R-117"];

    public static IReadOnlyList<string> Profiles => [B2cProfile.December2020];

    public override string? ClientToSignOut(string? named, IReadOnlyList<AppRegistration> registered) => named ?? registered[0].ClientId;
}
