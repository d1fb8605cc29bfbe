namespace KmsiConformance.Reference;

/// <summary>When the provider or its user says no, the sign-in page comes again and the application learns of nothing.</summary>
internal sealed class HidesProviderFailure : Conduct, IFault
{
    public static string Does => "When the provider or its user says no, the sign-in page comes again and the application learns of nothing.";

    public static IReadOnlyList<string> Violates => ["R-006"];

    public override bool PassesProviderFailureOn => false;
}
