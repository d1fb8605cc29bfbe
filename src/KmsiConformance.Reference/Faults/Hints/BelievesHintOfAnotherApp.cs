namespace KmsiConformance.Reference;

/// <summary>The hint of one application signs another one out.</summary>
internal sealed class BelievesHintOfAnotherApp : Conduct, IFault
{
    public static string Does => "The hint of one application signs another one out.";

    public static IReadOnlyList<string> Violates => ["R-113"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool AcceptsHintOfAnotherApplication => true;
}
