using KmsiConformance.Reference.AzureAd.Pages;
using KmsiConformance.Reference.AzureAd.StaySignedIn;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.AzureAd.SignIn;

/// <summary>
/// The order of pages in a sign-in: user name, then the password or the federated service, then consent where it is
/// needed, then the question whether to stay signed in, then the answer to the application.
/// </summary>
internal sealed class AzureAdSteps(AzureAdTenant azureAd)
{
    public Task NextAsync(Exchange exchange, AzureAdFlow flow)
    {
        var rules = exchange.Tenant.Rules;
        if (flow.User is null)
        {
            if (flow.UserName is null) return exchange.PageAsync(UserNamePage.Render(exchange, flow.At(AzureAdStage.UserName)));
            if (rules.StaySignedIn.AsksBeforeThePassword && flow.SaidYes is null)
                return exchange.PageAsync(StaySignedInPage.Render(exchange, flow.At(AzureAdStage.Question)));
            return AuthenticateAsync(exchange, flow);
        }

        if (!flow.HasConsented && azureAd.Consents.MustAsk(flow.User, flow.Request))
            return exchange.PageAsync(ConsentPage.Render(exchange, flow.At(AzureAdStage.Consent)));
        return flow.SaidYes is null ? QuestionAsync(exchange, flow, flow.User) : CompleteAsync(exchange, flow, flow.User);
    }

    /// <summary>Begins the session, and gives the application its answer.</summary>
    public Task CompleteAsync(Exchange exchange, AzureAdFlow flow, ReferenceUser user)
    {
        var request = azureAd.Flows.Answered(exchange, flow);

        // Whoever comes second with the same page gets nothing.
        if (!azureAd.Flows.End(exchange, flow)) return exchange.ErrorPageAsync(AzureAdTrouble.LostState());
        var stays = flow.SaidYes ?? false;
        flow.Sid ??= BeginSession(exchange, flow, user, stays);
        if (exchange.Tenant.Rules.StaySignedIn.LogsTheSuccess(stays)) azureAd.Log.Succeeded(flow.CorrelationId, user, flow.Request.App);
        return AppAnswer.GrantAsync(exchange, request, new Authentication(user, flow.AuthenticatedAt, stays) { Sid = flow.Sid });
    }

    private Task AuthenticateAsync(Exchange exchange, AzureAdFlow flow)
    {
        var user = exchange.Tenant.UserNamed(flow.UserName!);
        var method = user is null ? AzureAdSignInMethod.Password : azureAd.Settings.Of(user).SignsInBy;
        switch (method)
        {
            case AzureAdSignInMethod.SeamlessSso:
                // The browser's ticket stands for the password; here the account's setting stands for the ticket.
                (flow.User, flow.AuthenticatedAt) = (user, exchange.Now);
                return NextAsync(exchange, flow);
            case AzureAdSignInMethod.Federation or AzureAdSignInMethod.FederationWithWindows:
                return azureAd.Federation.SendAsync(
                    exchange, flow.At(AzureAdStage.Federation), azureAd.Origin(Federation.FederatedService.Site));
            default:
                return exchange.PageAsync(PasswordPage.Render(exchange, flow.At(AzureAdStage.Password)));
        }
    }

    private Task QuestionAsync(Exchange exchange, AzureAdFlow flow, ReferenceUser user)
    {
        var rules = exchange.Tenant.Rules;
        var answered = azureAd.Answers.Of(exchange, user);
        var reasons = Question.Reasons(azureAd, flow, user, answered).Where(rules.StaySignedIn.Heeds).ToList();
        if (reasons.Count > 0 || !rules.StaySignedIn.AsksToStaySignedIn)
        {
            flow.SaidYes = Question.AnswerUnasked(azureAd.Settings, user, answered, reasons);
            return CompleteAsync(exchange, flow, user);
        }

        // The entry is there while the question waits; whoever answers it turns it into a success.
        if (rules.StaySignedIn.LogsTheInterrupt) azureAd.Log.Interrupted(flow.CorrelationId, user, flow.Request.App);
        var page = StaySignedInPage.Render(exchange, flow.At(AzureAdStage.Question));
        return exchange.PageAsync(rules.StaySignedIn.DeliversCodeBeforeTheAnswer ? page + Frame(exchange, flow, user) : page);
    }

    // Only a fault comes here: the application's answer travels in a frame of the page that still asks.
    private static string Frame(Exchange exchange, AzureAdFlow flow, ReferenceUser user)
    {
        exchange.Http.Response.Headers.ContentSecurityPolicy = exchange.Http.Response.Headers.ContentSecurityPolicy.ToString()
            .Replace("frame-src 'none'", "frame-src https:", StringComparison.Ordinal);
        var answer = AppAnswer.Address(exchange, flow.Request, new Authentication(user, flow.AuthenticatedAt, BoxTicked: false));
        return Html.Of($"""<iframe title="answer" width="1" height="1" src="{answer}"></iframe>""").ToString();
    }

    private string? BeginSession(Exchange exchange, AzureAdFlow flow, ReferenceUser user, bool stays)
    {
        var accepted = new CredentialsAccepted(
            AzureAdTenant.Lifetimes, exchange.Now, SessionKey.Tenant, user.ObjectId, BoxOffered: true,
            BoxTicked: exchange.Tenant.Rules.StaySignedIn.StaysSignedIn(stays, azureAd.Settings.Of(user).SignsInBy))
        {
            By = new Participant(flow.Request.App.ClientId),
            AskedAt = flow.Request.At,
        };
        var (handle, transition) = exchange.Tenant.Sessions.Begin(AzureAdCookies.Presented(exchange), accepted);
        AzureAdCookies.Carry(exchange, transition.Cookie, handle);
        AzureAdCookies.Visit(exchange, transition.Session);
        return transition.Session?.Sid;
    }
}
