namespace KmsiConformance.Reference;

/// <summary>An address is taken for registered when it begins with one that is.</summary>
internal sealed class MatchesAddressByItsBeginning : Conduct, IFault
{
    public static string Does => "An address is taken for registered when it begins with one that is.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        app.RedirectUris.Any(uri => postLogoutRedirectUri.StartsWith(uri, StringComparison.Ordinal));
}
