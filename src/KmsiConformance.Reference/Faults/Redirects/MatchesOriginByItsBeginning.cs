namespace KmsiConformance.Reference;

/// <summary>An address is taken for the application's when it begins like its origin.</summary>
internal sealed class MatchesOriginByItsBeginning : Conduct, IFault
{
    public static string Does => "An address is taken for the application's when it begins like its origin.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        app.RedirectUris.Any(uri => postLogoutRedirectUri.StartsWith(new Uri(uri).GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
}
