namespace KmsiConformance.Reference;

/// <summary>A sign-out without a session ends on an error page.</summary>
internal sealed class RefusesToSignOutTwice : Conduct, IFault
{
    public static string Does => "A sign-out without a session ends on an error page.";

    public static IReadOnlyList<string> Violates => ["R-086"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool SignOutNeedsASession => true;
}
