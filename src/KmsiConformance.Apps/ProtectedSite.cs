using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Apps;

/// <summary>
/// A protected part of the login endpoint's own site. Nobody plays it: its pages are the target's, which asks for credentials
/// by itself, tells no app of anything and keeps the only session there is.
/// </summary>
internal sealed class ProtectedSite(AppSite site) : RelyingParty(site)
{
    // What it remembers is the target's affair.
    private static readonly AppState Nothing = new(new Dictionary<string, AppSessionState>(StringComparer.Ordinal), null, null, []);

    private SitePaths Paths => OnSite ?? throw new InvalidOperationException($"Nothing says where the pages of {Name} are.");

    public override string? SessionCookie => null;

    public override RegisteredApp Registration(string origin) => new(Name, Name, []);

    public override string ProtectedPage(AppVisit visit) => Site.Surroundings.Origin + Paths.Protected;

    public override string SignOutPage(SignOutRequest request) => Site.Surroundings.Origin + Paths.SignOut;

    public override string? SignInPage() => Paths.SignIn is { } path ? Site.Surroundings.Origin + path : null;

    public override string? SignInPage(string returnTo) => Paths is { SignIn: { } path, ReturnParameter: { } parameter }
        ? QueryHelpers.AddQueryString(Site.Surroundings.Origin + path, parameter, ReturnAddress.Of(returnTo, Site)!)
        : null;

    public override Task<bool> ReplayCodeAsync() => Task.FromResult(false);

    public override AppState Save() => Nothing;

    public override void Restore(AppState saved)
    {
        // There is nothing.
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        // Its pages are the target's.
    }
}
