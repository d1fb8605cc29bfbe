using System.Collections.Concurrent;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.Tokens;
using KmsiConformance.Reference.OpenIdConnect.Pages;

namespace KmsiConformance.Reference.OpenIdConnect;

/// <summary>Answers sign-in requests by the letter of OpenID Connect Core, and takes what the pages of a sign-in post.</summary>
internal sealed class OpenIdAuthorize(Tenant tenant)
{
    private readonly PageFlows<OpenIdFlow> _flows = new(tenant.Clock);
    private readonly ConcurrentDictionary<(string Client, string? State), Authentication> _answered = [];

    public async Task AnswerAsync(Exchange exchange)
    {
        if (await AuthorizeRequestReader.ReadAsync(exchange, Objection) is not { } request) return;

        var known = FromSession(exchange, request) ?? FromLoginHint(exchange, request) ?? FromBefore(request);
        var wantsChoice = tenant.Rules.Authorize.OffersChoice(request.Prompt);
        var wantsConsent = tenant.Rules.Authorize.AsksForConsent(request.Prompt, known is not null);
        if (known is not null && !wantsChoice && !wantsConsent)
        {
            await AppAnswer.GrantAsync(exchange, request, Satisfying(known, request));
        }
        else if (tenant.Rules.Authorize.ForbidsPages(request.Prompt))
        {
            await AppAnswer.RefuseAsync(exchange, request, Trouble.NoSession());
        }
        else
        {
            var flow = _flows.Begin(exchange, (id, secret, until) => new OpenIdFlow(id, secret, request, exchange.CorrelationId, until));
            if (known is not null)
                (
                    flow.User, flow.AuthenticatedAt, flow.Sid, flow.BoxTicked, flow.HasChosen) = (known.User, known.At, known.Sid,
                    known.BoxTicked, !wantsChoice);
            await NextAsync(exchange, flow);
        }
    }

    /// <summary>The user name, the password and the box.</summary>
    public async Task TakeCredentialsAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (!exchange.IsPost || _flows.Find(exchange, form, OpenIdFlow.SignInPage) is not { } flow || !flow.MayTry())
        {
            await exchange.ErrorPageAsync(OpenIdTrouble.LostState());
            return;
        }

        var user = tenant.UserNamed(form["username"]?.Trim() ?? "");
        if (user is null || !tenant.Rules.SignIn.AcceptsPassword(user, form["password"] ?? ""))
        {
            await exchange.PageAsync(
                SignInFormPage.Render(
                    exchange, flow.At(OpenIdFlow.SignInPage), form["username"], "The user name or password is not right."));
            return;
        }

        var ticked = form["remember"] is "true";
        if (ticked && tenant.Rules.SignIn.TicksOtherTabs)
            foreach (var waiting in _flows.Of(exchange)) waiting.IsTickedElsewhere = true;
        var given = tenant.Rules.SignIn.CredentialsGiven(flow.Request.At, exchange.Now);
        (flow.User, flow.AuthenticatedAt, flow.BoxTicked) = (user, given, ticked || flow.IsTickedElsewhere);
        if (!tenant.Rules.Authorize.AnotherAccountSharesTheSession) flow.Sid = null;
        await NextAsync(exchange, flow);
    }

    /// <summary>Whether to go on as the user who is signed in, or as somebody else.</summary>
    public async Task TakeAccountAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (!exchange.IsPost || _flows.Find(exchange, form, OpenIdFlow.AccountPage) is not { } flow)
        {
            await exchange.ErrorPageAsync(OpenIdTrouble.LostState());
            return;
        }

        flow.HasChosen = true;
        if (form["account"] is not "current") flow.User = null;
        await NextAsync(exchange, flow);
    }

    /// <summary>Whether the application may know the user.</summary>
    public async Task TakeConsentAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (!exchange.IsPost || _flows.Find(exchange, form, OpenIdFlow.ConsentPage) is not { } flow)
        {
            await exchange.ErrorPageAsync(OpenIdTrouble.LostState());
        }
        else if (tenant.Rules.Authorize.TakesForConsent(form["consent"] is "true"))
        {
            flow.HasConsented = true;
            await NextAsync(exchange, flow);
        }
        else
        {
            _flows.End(exchange, flow);
            await AppAnswer.RefuseConsentAsync(exchange, flow.Request, OpenIdTrouble.ConsentRefused());
        }
    }

    private Task NextAsync(Exchange exchange, OpenIdFlow flow)
    {
        if (!flow.HasChosen) return exchange.PageAsync(SelectAccountPage.Render(exchange, flow.At(OpenIdFlow.AccountPage)));
        if (flow.User is null)
            return exchange.PageAsync(SignInFormPage.Render(exchange, flow.At(OpenIdFlow.SignInPage), flow.Request.LoginHint));

        // N-08: whoever signs in, tokens go out for the hinted user only.
        if (!IdTokenHint.Admits(tenant, flow.Request, flow.User, typed: flow.Sid is null))
        {
            _flows.End(exchange, flow);
            return AppAnswer.RefuseAsync(exchange, flow.Request, OpenIdTrouble.OtherUser());
        }

        if (!flow.HasConsented && flow.Request.Prompt.Contains("consent", StringComparer.Ordinal))
            return exchange.PageAsync(ConsentFormPage.Render(exchange, flow.At(OpenIdFlow.ConsentPage)));
        var request = _flows.Answered(exchange, flow);
        if (!_flows.End(exchange, flow)) return exchange.ErrorPageAsync(OpenIdTrouble.LostState());
        if (flow.Sid is null) flow.Sid = BeginSession(exchange, flow, flow.User);
        else Join(exchange, flow.Request.App);
        var authentication = new Authentication(flow.User, flow.AuthenticatedAt, flow.BoxTicked) { Sid = flow.Sid };
        if (tenant.Rules.Authorize.AnswersAgain) _answered[KeyOf(flow.Request)] = authentication;
        return AppAnswer.GrantAsync(exchange, request, Satisfying(authentication, request));
    }

    private Authentication Satisfying(Authentication authentication, AuthorizeRequest request) =>
        authentication with { Acr = tenant.Rules.Authorize.Satisfied(request.AcrValues) };

    private static (string Client, string? State) KeyOf(AuthorizeRequest request) => (request.App.ClientId, request.State);

    // As above.
    private Authentication? FromBefore(AuthorizeRequest request) =>
        tenant.Rules.Authorize.AnswersAgain ? _answered.GetValueOrDefault(KeyOf(request)) : null;

    private Trouble? Objection(AuthorizeRequest asked) =>
        IdTokenHint.IsForged(tenant, asked) ? OpenIdTrouble.Hint()
        : asked.AcrValues.Count > 0 && tenant.Rules.Authorize.RefusesAcrValues ? OpenIdTrouble.AcrValues()
        : null;

    // Only a fault lets anybody in here.
    private Authentication? FromLoginHint(Exchange exchange, AuthorizeRequest request) =>
        tenant.Rules.Authorize.LoginHintSignsIn && tenant.UserNamed(request.LoginHint ?? "") is { } user
            ? new Authentication(user, exchange.Now, BoxTicked: false)
            : null;

    private Authentication? FromSession(Exchange exchange, AuthorizeRequest request)
    {
        // N-08: a session of somebody else than the one who is expected is of no use, and does not get to know the application.
        if (OpenIdCookies.Presented(exchange) is not { } id || tenant.Sessions.Peek(id) is not { } found
            || tenant.UserWithId(found.Subject) is not { } user || !IdTokenHint.Admits(tenant, request, user, typed: false))
            return null;

        // max_age=0 is another way to write prompt=login, even within the second (N-06).
        var rules = tenant.Rules;
        var maxAge = rules.Authorize.HeedsMaxAge(request.Prompt) ? request.MaxAge : null;
        var demanded = rules.Authorize.DemandsCredentials([.. request.Prompt.Where(word => word is not "select_account")])
            || maxAge == TimeSpan.Zero;
        var asked = new SignInAsked(exchange.Policy.Settings, exchange.Now, demanded, maxAge)
        {
            MayNotAsk = rules.Authorize.ForbidsPages(request.Prompt),
        };
        var transition = tenant.Sessions.Apply(
            id, IsAnsweredAtOnce(request) ? asked with { By = new Participant(request.App.ClientId) } : asked);
        if (transition.Outcome == SessionOutcome.Prompt) OpenIdCookies.Carry(exchange, transition.Cookie);
        if (transition is not { Outcome: SessionOutcome.Silent, Session: { } session }) return null;
        OpenIdCookies.Carry(exchange, transition.Cookie);
        return new Authentication(user, session.SignedInAt, session.BoxTicked) { Sid = session.Sid };
    }

    // Whoever is asked first may refuse, and then the application has no part in the session.
    private bool IsAnsweredAtOnce(AuthorizeRequest request) =>
        !tenant.Rules.Authorize.OffersChoice(request.Prompt) && !tenant.Rules.Authorize.AsksForConsent(request.Prompt, known: true);

    private void Join(Exchange exchange, AppRegistration app)
    {
        if (OpenIdCookies.Presented(exchange) is not { } id) return;
        var joined = new SignInAsked(exchange.Policy.Settings, exchange.Now) { By = new Participant(app.ClientId) };
        OpenIdCookies.Carry(exchange, tenant.Sessions.Apply(id, joined).Cookie);
    }

    private string? BeginSession(Exchange exchange, OpenIdFlow flow, ReferenceUser user)
    {
        var accepted = new CredentialsAccepted(
            exchange.Policy.Settings, exchange.Now, SessionKey.Tenant, user.ObjectId,
            tenant.Rules.SignIn.OffersBox(exchange.Policy), flow.BoxTicked)
        {
            By = new Participant(flow.Request.App.ClientId),
            AskedAt = flow.Request.At,
        };
        var (handle, transition) = tenant.Sessions.Begin(OpenIdCookies.Presented(exchange), accepted);
        OpenIdCookies.Carry(exchange, transition.Cookie, handle);
        return transition.Session?.Sid;
    }
}
