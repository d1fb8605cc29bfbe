using KmsiConformance.Reference.Entra.Pages;
using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Pages;
using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Entra;

/// <summary>
/// The order of pages in a sign-in: user name, then the password or the federated service, then consent where it is
/// needed, then the question whether to stay signed in, then the answer to the application.
/// </summary>
internal sealed class EntraSteps(EntraTenant entra)
{
    public Task NextAsync(Exchange exchange, EntraFlow flow)
    {
        var conduct = exchange.Tenant.Conduct;
        if (flow.User is null)
        {
            if (flow.UserName is null) return exchange.PageAsync(UserNamePage.Render(exchange, flow.At(EntraStage.UserName)));
            if (conduct.AsksBeforeThePassword && flow.SaidYes is null) return exchange.PageAsync(StaySignedInPage.Render(exchange, flow.At(EntraStage.Question)));
            return AuthenticateAsync(exchange, flow);
        }

        if (!flow.HasConsented && entra.Consents.MustAsk(flow.User, flow.Request))
            return exchange.PageAsync(ConsentPage.Render(exchange, flow.At(EntraStage.Consent)));
        return flow.SaidYes is null ? QuestionAsync(exchange, flow, flow.User) : CompleteAsync(exchange, flow, flow.User);
    }

    /// <summary>Begins the session, and gives the application its answer.</summary>
    public Task CompleteAsync(Exchange exchange, EntraFlow flow, ReferenceUser user)
    {
        // Whoever comes second with the same page gets nothing.
        if (!entra.Flows.End(exchange, flow)) return exchange.ErrorPageAsync(EntraTrouble.LostState());
        var stays = flow.SaidYes ?? false;
        flow.Sid ??= BeginSession(exchange, flow, user, stays);
        entra.Log.Succeeded(flow.CorrelationId, user, flow.Request.App);
        return AppAnswer.GrantAsync(exchange, flow.Request, new Authentication(user, flow.AuthenticatedAt, stays) { Sid = flow.Sid });
    }

    private Task AuthenticateAsync(Exchange exchange, EntraFlow flow)
    {
        var user = exchange.Tenant.UserNamed(flow.UserName!);
        var method = user is null ? EntraSignInMethod.Password : entra.Settings.Of(user).SignsInBy;
        switch (method)
        {
            case EntraSignInMethod.SeamlessSso:
                // The browser's ticket stands for the password; here the account's setting stands for the ticket.
                (flow.User, flow.AuthenticatedAt) = (user, exchange.Now);
                return NextAsync(exchange, flow);
            case EntraSignInMethod.Federation or EntraSignInMethod.FederationWithWindows:
                return entra.Federation.SendAsync(exchange, flow.At(EntraStage.Federation), entra.Origin(Federation.FederatedService.Site));
            default:
                return exchange.PageAsync(PasswordPage.Render(exchange, flow.At(EntraStage.Password)));
        }
    }

    private Task QuestionAsync(Exchange exchange, EntraFlow flow, ReferenceUser user)
    {
        var conduct = exchange.Tenant.Conduct;
        var answered = entra.Answers.Of(exchange, user);
        var reasons = Question.Reasons(entra, flow, user, answered).Where(conduct.Heeds).ToList();
        if (reasons.Count > 0 || !conduct.AsksToStaySignedIn)
        {
            flow.SaidYes = Question.AnswerUnasked(entra.Settings, user, answered, reasons);
            return CompleteAsync(exchange, flow, user);
        }

        // The entry is there while the question waits; whoever answers it turns it into a success.
        if (conduct.LogsTheInterrupt) entra.Log.Interrupted(flow.CorrelationId, user, flow.Request.App);
        var page = StaySignedInPage.Render(exchange, flow.At(EntraStage.Question));
        return exchange.PageAsync(conduct.DeliversCodeBeforeTheAnswer ? page + Frame(exchange, flow, user) : page);
    }

    // Only a fault comes here: the application's answer travels in a frame of the page that still asks.
    private static string Frame(Exchange exchange, EntraFlow flow, ReferenceUser user)
    {
        exchange.Http.Response.Headers.ContentSecurityPolicy = exchange.Http.Response.Headers.ContentSecurityPolicy.ToString().Replace("frame-src 'none'", "frame-src https:", StringComparison.Ordinal);
        var answer = AppAnswer.Address(exchange, flow.Request, new Authentication(user, flow.AuthenticatedAt, BoxTicked: false));
        return Html.Of($"""<iframe title="answer" width="1" height="1" src="{answer}"></iframe>""").ToString();
    }

    private static string? BeginSession(Exchange exchange, EntraFlow flow, ReferenceUser user, bool stays)
    {
        var accepted = new CredentialsAccepted(
            EntraTenant.Lifetimes, exchange.Now, SessionKey.Tenant, user.ObjectId, BoxOffered: true, BoxTicked: exchange.Tenant.Conduct.StaysSignedIn(stays))
        {
            By = new Participant(flow.Request.App.ClientId),
        };
        var (handle, transition) = exchange.Tenant.Sessions.Begin(EntraCookies.Presented(exchange), accepted);
        EntraCookies.Carry(exchange, transition.Cookie, handle);
        EntraCookies.Visit(exchange, transition.Session);
        return transition.Session?.Sid;
    }
}
