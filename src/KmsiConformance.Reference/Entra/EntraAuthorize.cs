using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Entra;

/// <summary>Answers sign-in requests: silently out of a session, with the first page of a sign-in, or with an error.</summary>
internal sealed class EntraAuthorize(EntraTenant entra)
{
    private readonly EntraSteps _steps = new(entra);

    public async Task AnswerAsync(Exchange exchange)
    {
        if (await AuthorizeRequestReader.ReadAsync(exchange) is not { } request) return;

        var known = FromSession(exchange, request);
        if (known is not null && !entra.Consents.MustAsk(known.User, request))
        {
            entra.Log.Succeeded(exchange.CorrelationId, known.User, request.App);
            await AppAnswer.GrantAsync(exchange, request, known);
            return;
        }

        if (exchange.Tenant.Conduct.ForbidsPages(request.Prompt))
        {
            await AppAnswer.RefuseAsync(exchange, request, Trouble.NoSession());
            return;
        }

        var flow = entra.Flows.Begin(exchange, request);

        // Who is known already, and only has to consent, is not asked for anything else.
        if (known is not null) (flow.User, flow.AuthenticatedAt, flow.SaidYes, flow.Sid) = (known.User, known.At, known.BoxTicked, known.Sid);
        else flow.UserName = request.LoginHint;
        await _steps.NextAsync(exchange, flow);
    }

    private static Authentication? FromSession(Exchange exchange, AuthorizeRequest request)
    {
        var tenant = exchange.Tenant;
        if (EntraCookies.Presented(exchange) is not { } id) return null;
        var asked = new SignInAsked(EntraTenant.Lifetimes, exchange.Now, tenant.Conduct.DemandsCredentials(request.Prompt), request.MaxAge)
        {
            By = new Participant(request.App.ClientId),
        };
        var transition = tenant.Sessions.Apply(id, asked);
        if (transition is not { Outcome: SessionOutcome.Silent, Session: { } session }) return null;
        if (tenant.UserWithId(session.Subject) is not { } user) return null;

        EntraCookies.Carry(exchange, transition.Cookie);
        EntraCookies.Visit(exchange, session);
        return new Authentication(user, session.SignedInAt, session.BoxTicked) { Sid = session.Sid };
    }
}
