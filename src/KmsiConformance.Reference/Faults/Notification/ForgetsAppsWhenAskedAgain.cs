using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>Giving the password again makes the session forget its applications.</summary>
internal sealed class ForgetsAppsWhenAskedAgain : Conduct, IFault
{
    public static string Does => "Giving the password again makes the session forget its applications.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool Continues(Session before, CredentialsAccepted accepted) => false;
}
