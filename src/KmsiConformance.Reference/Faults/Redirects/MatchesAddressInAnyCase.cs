namespace KmsiConformance.Reference;

/// <summary>Capital and small letters of an address are taken for the same.</summary>
internal sealed class MatchesAddressInAnyCase : Conduct, IFault
{
    public static string Does => "Capital and small letters of an address are taken for the same.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        app.RedirectUris.Contains(postLogoutRedirectUri, StringComparer.OrdinalIgnoreCase);
}
