using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using Microsoft.AspNetCore.Routing;

namespace KmsiConformance.Apps;

/// <summary>
/// An app that signs users in at the login endpoint, keeps a session of its own, and records what happens to it in the
/// world's ledger.
/// </summary>
public abstract class RelyingParty
{
    private protected RelyingParty(AppSite site) => Site = site;

    public string Name => Site.Name;

    /// <summary>Name of the cookie that holds the app's own session; null for an app that keeps it elsewhere.</summary>
    public virtual string? SessionCookie => Site.Cookie.Name;

    /// <summary>The scheme of the app's own addresses, which the system hands to it; null for an app on the web.</summary>
    public virtual string? Scheme => null;

    /// <summary>The id_token of the app's last sign-in; null before.</summary>
    public string? LastIdToken => Site.LastIdToken;

    /// <summary>Its pages on the login endpoint's own site; null for an app that stands anywhere else.</summary>
    public SitePaths? OnSite => Site.Options.Place.OnSite;

    /// <summary>What it shows to prove who it is, among others.</summary>
    internal AppOptions Options => Site.Options;

    private protected AppSite Site { get; }

    /// <summary>Makes the app that the options describe.</summary>
    /// <exception cref="ArgumentException">There is no such kind of app.</exception>
    public static RelyingParty Of(AppOptions options, WorldLedger ledger, TimeProvider clock) => options.Kind switch
    {
        "saml" => new SamlApp(new AppSite(options, ledger, clock)),
        "web" => new WebApp(new AppSite(options, ledger, clock)),
        "spa" => new SinglePage.SinglePageApp(new AppSite(options, ledger, clock)),
        "native" => new NativeApp(new AppSite(options, ledger, clock)),
        AppRequest.Site => new ProtectedSite(new AppSite(options, ledger, clock)),
        _ => throw new ArgumentException($"There is no kind of app '{options.Kind}'.", nameof(options)),
    };

    /// <summary>How the app is registered at the login endpoint, once its origin is known.</summary>
    public abstract RegisteredApp Registration(string origin);

    /// <summary>The address to open for a visit.</summary>
    public abstract string ProtectedPage(AppVisit visit);

    /// <summary>Why nothing would be seen of a visit, by what the login endpoint says about itself; null where something would.</summary>
    public virtual Task<string?> WhyNotAsync(AppVisit visit) => Task.FromResult<string?>(null);

    /// <summary>The address of the app's sign-out.</summary>
    public abstract string SignOutPage(SignOutRequest request);

    /// <summary>The address of the sign-in page that is told to lead elsewhere afterwards; null where no such page is known.</summary>
    /// <param name="returnTo">Where to, by the words of scenarios.</param>
    public virtual string? SignInPage(string returnTo) => null;

    /// <summary>The sign-in page of a site; null where nothing says where it is, or there is none.</summary>
    public virtual string? SignInPage() => null;

    /// <summary>The page that renews the app's tokens in a hidden frame; null for an app that does no such thing.</summary>
    public virtual string? RenewalPage => null;

    /// <summary>The page that uses the refresh token which it keeps itself; null for an app whose server does.</summary>
    public virtual string? RefreshPage => null;

    /// <summary>Tries to exchange the code of the last sign-in a second time, and records what came of it.</summary>
    /// <returns>Whether there was a code to try.</returns>
    public abstract Task<bool> ReplayCodeAsync();

    /// <summary>Has the app's next code tried in a wrong way before the app exchanges it.</summary>
    /// <returns>Whether the app is one whose code can be tried.</returns>
    public virtual bool MisuseNextCode(CodeMisuse misuse) => false;

    /// <summary>Has the app show who it is by HTTP Basic, with its client id beside it, when it exchanges its next code.</summary>
    /// <returns>Whether the app is one that exchanges codes by its server, and has a secret to show.</returns>
    public virtual bool ExchangeNextByBasic() => false;

    /// <summary>Asks the userinfo endpoint who the user is, and records what came of it.</summary>
    /// <param name="with">Which token it shows: <c>access-token</c> or <c>id-token</c>, of those that came last.</param>
    /// <returns>Why nobody was asked; null where somebody was.</returns>
    public virtual Task<string?> AskUserInfoAsync(string with) => Task.FromResult<string?>($"{Name} keeps no tokens on a server");

    /// <summary>Exchanges the code that the app was to keep for later, and records what came of it.</summary>
    /// <returns>Whether it has one.</returns>
    public virtual Task<bool> ExchangeLateAsync() => Task.FromResult(false);

    /// <summary>Has the app's refresh token tried in a wrong way, and records what came of it.</summary>
    /// <returns>Whether there was such a token.</returns>
    public virtual Task<bool> MisuseRefreshTokenAsync(RefreshMisuse misuse) => Task.FromResult(false);

    /// <summary>Takes note of the tokens that the app got last.</summary>
    /// <returns>Puts them back.</returns>
    public virtual Action TokensAsNow()
    {
        var id = Site.LastIdToken;
        return () => Site.LastIdToken = id;
    }

    /// <summary>
    /// The address by which a LogoutRequest reaches the login endpoint that the app has not sent; null where it sends none.
    /// </summary>
    /// <param name="flaw">What is wrong with it: <c>unsigned</c>, <c>another-key</c> or <c>another-subject</c>.</param>
    public virtual Task<string?> ForgedLogoutRequestAsync(string flaw) => Task.FromResult<string?>(null);

    /// <summary>Uses the app's refresh token, and records what came of it.</summary>
    /// <returns>Whether there was one.</returns>
    public virtual Task<bool> RefreshAsync() => Task.FromResult(false);

    /// <summary>Ends all sessions of the app's own, as if it had been started anew.</summary>
    public void Forget() => Site.Sessions.Clear();

    /// <summary>What it remembers, to be put away; null for an app that cannot be.</summary>
    public virtual AppState? Save() => null;

    /// <summary>Goes on with what it remembered.</summary>
    /// <exception cref="NotSupportedException">It cannot: see <see cref="Save"/>.</exception>
    public virtual void Restore(AppState saved) => throw new NotSupportedException($"{Name} cannot be put away.");

    /// <summary>Maps the app's pages.</summary>
    public abstract void Map(IEndpointRouteBuilder routes);

    /// <summary>The system hands the app an address of its own scheme: the user opens it, or the browser was sent there.</summary>
    /// <returns>What the app opens in the browser; null for nothing.</returns>
    public virtual Task<string?> HandOverAsync(string address) => Task.FromResult<string?>(null);

    /// <summary>Tells the app where it lives and whom it trusts, once all servers have started.</summary>
    public void Connect(AppSurroundings surroundings) => Site.Surroundings = surroundings;
}
