using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Saml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KmsiConformance.Apps;

/// <summary>
/// An app that signs users in with SAML 2.0: signed requests by redirect, assertions by post, and a SingleLogoutService
/// for LogoutRequests in both directions.
/// </summary>
internal sealed class SamlApp(AppSite site) : RelyingParty(site)
{
    private const string MetadataPath = "/saml/metadata";

    private readonly AttemptCookies _cookies = new(site.Options.Place.AssertionConsumer);
    private readonly ResponseReader _reader = new(new ReplayCache());
    private readonly ConcurrentDictionary<string, AuthnRequest> _attempts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _signOuts = new(StringComparer.Ordinal);

    // Of the last sign-in: what a stranger would have to know to name it.
    private AppSession? _last;

    private X509Certificate2 Certificate => Site.Options.Certificate ?? SamlAppKey.Certificate;

    private string EntityId => Site.Options.ClientId;

    private AppPlace Place => Site.Options.Place;

    private string Origin => Site.Surroundings.Origin;

    private string Consumer => Origin + Place.AssertionConsumer;

    private string SignOutService => Origin + Place.SingleLogout;

    // Whether it is told of sign-outs elsewhere; it can always start one and hear how that went.
    private bool IsTold => Site.Options.LogoutUrl != LogoutUrlBehaviour.None;

    public override RegisteredApp Registration(string origin) => new(
        Name, EntityId, [], IsTold ? origin + Place.SingleLogout : null) { SamlMetadata = origin + MetadataPath };

    public override string ProtectedPage(AppVisit visit) => visit.Address(Origin);

    public override async Task<string?> WhyNotAsync(AppVisit visit)
    {
        if (!visit.ByForm && visit.Signature is null) return null;
        var login = await Site.Surroundings.SamlLogin.MetadataAsync();
        if (visit.ByForm && login.SignInPostUrl is null)
            return "the metadata names no SingleSignOnService by post. Write 'absent: { posted-requests: why }' in the target file where "
                + "that is meant";
        var needsDemand = AuthnRequestSender.IsBadWhereDemanded(visit.Signature) && visit.RedirectUri is null;
        return needsDemand && !login.WantsSignedRequests
            ? "the metadata does not demand signed requests (WantAuthnRequestsSigned), and others may be taken then. Write "
                + "'absent: { signed-requests: why }' in the target file where that is meant"
            : null;
    }

    public override string SignOutPage(SignOutRequest request) => Origin + AppOptions.SignOutPath;

    /// <summary>There are no codes in SAML.</summary>
    public override Task<bool> ReplayCodeAsync() => Task.FromResult(false);

    public override async Task<string?> ForgedLogoutRequestAsync(string flaw)
    {
        if (_last is not { } last) return null;
        var login = (await Site.Surroundings.SamlLogin.MetadataAsync()).SignOutUrl!;
        var subject = flaw == "another-subject" ? SamlIds.New() : last.Subject;
        var request = new LogoutRequest(SamlIds.New(), EntityId, login, subject, last.Sid, Site.Clock.GetUtcNow())
        {
            Qualifiers = last.Qualifiers ?? NameQualifiers.Persistent,
        };
        var signer = flaw switch
        {
            "unsigned" => null,
            "another-key" => SamlAppKey.OfNobody,
            _ => Certificate,
        };
        return RedirectBinding.Address(login, RedirectBinding.Request, request.Write(), null, signer);
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").RequireHost(Place.Hosts(Name));
        pages.MapGet("/", VisitAsync);
        pages.MapGet(
            AppOptions.PublicPath, context => AppSite.PageAsync(context, AppPages.Doorway(Name, "/" + context.Request.QueryString)));
        pages.MapGet(AppOptions.WelcomePath, context => Site.WelcomeAsync(context, VisitAsync));
        pages.MapGet(AppOptions.SignOutPath, SignOutAsync);
        pages.MapGet(
            Place.SignedOut, context => AppSite.PageAsync(context, AppPages.Page(Name, "Signed out", "See you soon.")));
        pages.MapGet(MetadataPath, MetadataAsync);
        pages.MapPost(Place.AssertionConsumer, ConsumeAsync);
        pages.MapGet(Place.SingleLogout, SignOutServiceAsync);
    }

    private Task MetadataAsync(HttpContext context)
    {
        // One that is not told of sign-outs names no service for it, and hears nothing back either.
        var metadata = new EntityMetadata(
            EntityId, [Certificate], null, Consumer, IsTold ? SignOutService : null);
        context.Response.ContentType = "application/samlmetadata+xml";
        return context.Response.WriteAsync(metadata.Write());
    }

    private async Task VisitAsync(HttpContext context)
    {
        // What is to be refused has to be asked for, whether or not the app knows the visitor.
        var visit = AppVisit.Of(context.Request.Query);
        var session = visit.RedirectUri is null && visit.Signature is null ? Site.Use(context) : null;
        Site.Ledger.Append(new AppVisited(Name, session is not null));
        if (session is not null)
        {
            await AppSite.PageAsync(context, AppPages.Page(Name, "Signed in", $"Welcome back, {session.Subject}."));
            return;
        }

        var login = await Site.Surroundings.SamlLogin.MetadataAsync();
        var request = new AuthnRequest(
            SamlIds.New(), EntityId, (visit.ByForm ? login.SignInPostUrl : login.SignInUrl)!,
            visit.RedirectUri is { } written ? ReturnAddress.OfAssertion(written, Site) : Consumer, Site.Clock.GetUtcNow(),
            IsPassive: visit.Prompt == "none", ForceAuthn: visit.Prompt == "login");

        // Not the request's id: whoever answers could take that from the request.
        var relayState = SamlIds.New();
        _attempts[relayState] = request;
        _cookies.Remember(context, relayState);
        await new AuthnRequestSender(Certificate).SendAsync(context, request, relayState, visit.ByForm, visit.Signature);
    }

    private async Task ConsumeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var relayState = form[RedirectBinding.RelayState].ToString();
        var asked = AttemptCookies.IsThisBrowsers(context, relayState) && _attempts.TryRemove(relayState, out var attempt) ? attempt : null;
        if (asked is not null) _cookies.Forget(context, relayState);
        if (asked is null)
        {
            Site.Ledger.Append(new AppAnswered(Name, AnswerOutcomes.Assertion, null, null, StateMatches: false));
            await AppSite.PageAsync(context, AppPages.Page(Name, "Not signed in",
                "The answer does not belong to a request of this browser."));
            return;
        }

        try
        {
            var login = await Site.Surroundings.SamlLogin.MetadataAsync();
            var read = _reader.Read(
                PostBinding.Message(form[RedirectBinding.Response].ToString()),
                new ExpectedResponse(
                    login.EntityId, EntityId, Consumer, asked.Id, login.Certificates, Site.Clock.GetUtcNow())
                {
                    Leeway = Site.Options.Leeway,
                });
            await TakeAsync(context, read);
        }
        catch (SamlRefusedException refused)
        {
            Site.Ledger.Append(new AppRejectedTokens(Name, Trouble.Said(refused)));
            await AppSite.PageAsync(context, AppPages.Page(Name, "Not signed in", "The assertion cannot be accepted."));
        }
    }

    private Task TakeAsync(HttpContext context, ReadResponse read)
    {
        if (read.Subject is not { } subject)
        {
            var error = NameOf(read);
            Site.Ledger.Append(new AppAnswered(Name, AnswerOutcomes.Error, error, read.Status, StateMatches: true));
            return AppSite.PageAsync(context, AppPages.Page(Name, "Not signed in", $"The login endpoint answered {error}."));
        }

        Site.Ledger.Append(new AppAnswered(Name, AnswerOutcomes.Assertion, null, null, StateMatches: true));
        var session = new AppSession(subject.Subject, "", Site.Surroundings.Login, Site.Clock.GetUtcNow() + Site.Options.Session)
        {
            Sid = subject.SessionIndex, Qualifiers = subject.Qualifiers,
        };
        Site.Cookie.Set(context, Site.Sessions.Begin(session));
        _last = session;
        Site.Ledger.Append(new AppSessionStarted(Name, subject.Subject, Shown(subject)));
        context.Response.Redirect(AppOptions.WelcomePath);
        return Task.CompletedTask;
    }

    // The topmost status is one of a few; what it was is said inside (SAML core, 3.2.2.2).
    private static string NameOf(ReadResponse refusal) =>
        refusal.Topmost is not (SamlNames.Requester or SamlNames.Responder or SamlNames.VersionMismatch) ? AnswerOutcomes.StatusOutOfPlace
        : refusal.Status.StartsWith(SamlNames.StatusLead, StringComparison.Ordinal) ? refusal.Status[SamlNames.StatusLead.Length..]
        : refusal.Status;

    // AuthnInstant is to SAML what auth_time is to OpenID Connect (SAML Core, 2.7.2).
    private static Dictionary<string, string> Shown(SamlSubject subject)
    {
        var claims = subject.Attributes.Where(said => said.Key is "displayName" or "kmsi").ToDictionary(StringComparer.Ordinal);
        claims["auth_time"] = subject.AuthenticatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return claims;
    }

    private async Task SignOutAsync(HttpContext context)
    {
        var ended = Site.Sessions.End(Site.Cookie.Presented(context));
        Site.Cookie.Delete(context);
        if (ended is not null) Site.Ledger.Append(new AppSessionEnded(Name, "sign-out"));

        var login = (await Site.Surroundings.SamlLogin.MetadataAsync()).SignOutUrl!;
        var request = new LogoutRequest(SamlIds.New(), EntityId, login, ended?.Subject ?? "nobody", ended?.Sid, Site.Clock.GetUtcNow())
        {
            Qualifiers = ended?.Qualifiers ?? NameQualifiers.Persistent,
        };
        _signOuts[request.Id] = true;
        context.Response.Redirect(RedirectBinding.Address(login, RedirectBinding.Request, request.Write(), null, Certificate));
    }

    private async Task SignOutServiceAsync(HttpContext context)
    {
        var login = await Site.Surroundings.SamlLogin.MetadataAsync();
        var query = context.Request.Query;
        try
        {
            RedirectBinding.Verify(context.Request.QueryString.Value ?? "", login.Certificates);
            if (query[RedirectBinding.Response].FirstOrDefault() is { } answered)
            {
                var response = LogoutResponse.Read(RedirectBinding.Message(answered), SignOutService);
                Site.Ledger.Append(
                    new AppReturned(Name, _signOuts.TryRemove(response.InResponseTo, out _) && response.Status == SamlNames.Success));
                await AppSite.PageAsync(context, AppPages.Page(Name, "Signed out", "See you soon."));
                return;
            }

            await NotifiedAsync(
                context, login,
                LogoutRequest.Read(
                    RedirectBinding.Message(query[RedirectBinding.Request].ToString()), SignOutService,
                    Site.Clock.GetUtcNow() - Site.Options.Leeway));
        }
        catch (SamlRefusedException refused)
        {
            Site.Ledger.Append(new AppRejectedTokens(Name, Trouble.Said(refused)));
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    // The request names the session, so that it ends even where the frame gets no cookie.
    private Task NotifiedAsync(HttpContext context, EntityMetadata login, LogoutRequest asked)
    {
        var ended = Site.Sessions.EndAll(asked.Subject, asked.SessionIndex) > 0;
        Site.Ledger.Append(new AppNotified(
            Name, context.Request.Method, Site.Cookie.Presented(context) is not null, ended, asked.Issuer,
                asked.SessionIndex is { } index ? Secrets.Fingerprint(index) : null, StatusCodes.Status200OK));
        if (ended) Site.Ledger.Append(new AppSessionEnded(Name, "notified"));

        // A request that names somebody else ends nothing here.
        if (ended || Site.Sessions.Find(Site.Cookie.Presented(context)) is null) Site.Cookie.Delete(context);
        var (answerAt, relayState) = (login.SignOutAnswerUrl!, context.Request.Query[RedirectBinding.RelayState].FirstOrDefault());
        var response = new LogoutResponse(EntityId, answerAt, asked.Id, SamlNames.Success, Site.Clock.GetUtcNow());
        context.Response.Redirect(
            RedirectBinding.Address(answerAt, RedirectBinding.Response, response.Write(), relayState, Certificate));
        return Task.CompletedTask;
    }
}
