namespace KmsiConformance.Reference;

/// <summary>An address is taken for the application's when its host begins like the one registered.</summary>
internal sealed class MatchesHostByItsBeginning : Conduct, IFault
{
    public static string Does => "An address is taken for the application's when its host begins like the one registered.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        Uri.TryCreate(postLogoutRedirectUri, UriKind.Absolute, out var parsed)
            && app.RedirectUris.Any(uri => parsed.Host.StartsWith(new Uri(uri).Host, StringComparison.Ordinal));
}
