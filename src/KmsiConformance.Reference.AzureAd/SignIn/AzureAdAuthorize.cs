using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.AzureAd.SignIn;

/// <summary>Answers sign-in requests: silently out of a session, with the first page of a sign-in, or with an error.</summary>
internal sealed class AzureAdAuthorize(AzureAdTenant azureAd)
{
    private readonly AzureAdSteps _steps = new(azureAd);

    public async Task AnswerAsync(Exchange exchange)
    {
        if (await AuthorizeRequestReader.ReadAsync(exchange) is not { } request) return;

        var known = FromSession(exchange, request);
        var rules = exchange.Tenant.Rules.Authorize;
        var isSilent = rules.ForbidsPages(request.Prompt);
        if (known is not null && (isSilent && rules.SilencePassesOverConsent || !azureAd.Consents.MustAsk(known.User, request)))
        {
            azureAd.Log.Succeeded(exchange.CorrelationId, known.User, request.App);
            await AppAnswer.GrantAsync(exchange, request, known);
            return;
        }

        if (isSilent)
        {
            await AppAnswer.RefuseAsync(exchange, request, Trouble.NoSession());
            return;
        }

        var flow = azureAd.Flows.Begin(exchange, request);

        // Who is known already, and only has to consent, is not asked for anything else.
        if (known is not null)
            (flow.User, flow.AuthenticatedAt, flow.SaidYes, flow.Sid) = (known.User, known.At, known.BoxTicked, known.Sid);
        else flow.UserName = request.LoginHint;
        await _steps.NextAsync(exchange, flow);
    }

    private static Authentication? FromSession(Exchange exchange, AuthorizeRequest request)
    {
        var tenant = exchange.Tenant;
        if (AzureAdCookies.Presented(exchange) is not { } id) return null;
        var asked = new SignInAsked(
            AzureAdTenant.Lifetimes, exchange.Now, tenant.Rules.Authorize.DemandsCredentials(request.Prompt), request.MaxAge)
        {
            By = new Participant(request.App.ClientId),
            MayNotAsk = tenant.Rules.Authorize.ForbidsPages(request.Prompt),
        };
        var transition = tenant.Sessions.Apply(id, asked);
        if (transition.Outcome == SessionOutcome.Prompt) AzureAdCookies.Carry(exchange, transition.Cookie);
        if (transition is not { Outcome: SessionOutcome.Silent, Session: { } session }) return null;
        if (tenant.UserWithId(session.Subject) is not { } user) return null;

        AzureAdCookies.Carry(exchange, transition.Cookie);
        AzureAdCookies.Visit(exchange, session);
        return new Authentication(user, session.SignedInAt, session.BoxTicked) { Sid = session.Sid };
    }
}
