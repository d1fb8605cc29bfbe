namespace KmsiConformance.Reference;

/// <summary>A sign-out that is refused sends the browser on all the same.</summary>
internal sealed class SendsRefusedSignOutOn : Conduct, IFault
{
    public static string Does => "A sign-out that is refused sends the browser on all the same.";

    public static IReadOnlyList<string> Violates => ["R-112", "R-113"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool RefusedSignOutGoesOn => true;
}
