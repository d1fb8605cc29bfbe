namespace KmsiConformance.Reference;

/// <summary>Addresses are compared after their percent signs are resolved.</summary>
internal sealed class MatchesAddressDecoded : Conduct, IFault
{
    public static string Does => "Addresses are compared after their percent signs are resolved.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        base.IsRegistered(app, Uri.UnescapeDataString(postLogoutRedirectUri));
}
