namespace KmsiConformance.Reference;

/// <summary>The fragment of an address is not compared.</summary>
internal sealed class MatchesAddressWithoutFragment : Conduct, IFault
{
    public static string Does => "The fragment of an address is not compared.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        base.IsRegistered(app, postLogoutRedirectUri.Split('#')[0]);
}
