namespace KmsiConformance.Reference;

/// <summary>A slash at the end of an address is not compared.</summary>
internal sealed class MatchesAddressWithoutSlash : Conduct, IFault
{
    public static string Does => "A slash at the end of an address is not compared.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        base.IsRegistered(app, postLogoutRedirectUri.TrimEnd('/'));
}
