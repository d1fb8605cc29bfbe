namespace KmsiConformance.Reference;

/// <summary>The host of an address is read with other eyes than a browser's: what stands behind the last @.</summary>
internal sealed class MatchesTextBehindTheAtSign : Conduct, IFault
{
    public static string Does => "The host of an address is read with other eyes than a browser's: what stands behind the last @.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        app.RedirectUris.Any(uri => postLogoutRedirectUri.EndsWith('@' + uri["https://".Length..], StringComparison.Ordinal));
}
