namespace KmsiConformance.Reference;

/// <summary>Addresses are compared after dots and capitals are resolved.</summary>
internal sealed class MatchesAddressNormalised : Conduct, IFault
{
    public static string Does => "Addresses are compared after dots and capitals are resolved.";

    public static IReadOnlyList<string> Violates => ["R-112"];

    public static IReadOnlyList<string> Profiles => [Policies.B2cProfile.December2020];

    public override bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        Uri.TryCreate(postLogoutRedirectUri, UriKind.Absolute, out var parsed) && base.IsRegistered(app, parsed.AbsoluteUri);
}
