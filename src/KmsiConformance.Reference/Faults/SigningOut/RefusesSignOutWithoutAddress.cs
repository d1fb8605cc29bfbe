namespace KmsiConformance.Reference;

/// <summary>A sign-out that names no address to return to is refused, and the session lives on.</summary>
internal sealed class RefusesSignOutWithoutAddress : Conduct, IFault
{
    public static string Does => "A sign-out that names no address to return to is refused, and the session lives on.";

    public static IReadOnlyList<string> Violates => ["R-087", "R-088"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool SignOutNeedsAnAddress => true;
}
