using KmsiConformance.Reference.AzureAd.Pages;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.AzureAd.SignIn;

/// <summary>Takes what the pages of a sign-in post.</summary>
internal sealed class AzureAdSignIn(AzureAdTenant azureAd)
{
    // What clients send for Yes; 0 and 3 are both sent by clients that do not want to stay signed in.
    private const string Yes = "1";

    private readonly AzureAdSteps _steps = new(azureAd);

    /// <summary>The user name, or the password.</summary>
    public async Task TakeCredentialsAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (exchange.IsPost && azureAd.Flows.Find(exchange, form, AzureAdStage.UserName) is { } nameless)
            await TakeUserNameAsync(exchange, nameless, form);
        else if (exchange.IsPost && azureAd.Flows.Find(exchange, form, AzureAdStage.Password) is { } named)
            await TakePasswordAsync(exchange, named, form);
        else await exchange.ErrorPageAsync(AzureAdTrouble.LostState());
    }

    /// <summary>The answer to the question whether to stay signed in.</summary>
    public async Task AnswerQuestionAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (!exchange.IsPost || azureAd.Flows.Find(exchange, form, AzureAdStage.Question) is not { } flow)
        {
            await exchange.ErrorPageAsync(AzureAdTrouble.LostState());
            return;
        }

        flow.SaidYes = string.Equals(form["LoginOptions"], Yes, StringComparison.Ordinal);
        if (flow.User is { } user && string.Equals(form["DontShowAgain"], "true", StringComparison.Ordinal))
            azureAd.Answers.Remember(exchange, user, exchange.Tenant.Rules.StaySignedIn.AnswerForGood(flow.SaidYes.Value));
        await _steps.NextAsync(exchange, flow);
    }

    /// <summary>Whether the user lets the application have what it asks for.</summary>
    public async Task TakeConsentAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (!exchange.IsPost || azureAd.Flows.Find(exchange, form, AzureAdStage.Consent) is not { User: { } user } flow)
        {
            await exchange.ErrorPageAsync(AzureAdTrouble.LostState());
            return;
        }

        var (accepted, rules) = (form["acceptConsent"] is "true", exchange.Tenant.Rules);
        if (rules.StaySignedIn.RemembersConsent(accepted)) azureAd.Consents.Give(user, flow.Request.App);
        if (!rules.Authorize.TakesForConsent(accepted))
        {
            azureAd.Flows.End(exchange, flow);
            await AppAnswer.RefuseConsentAsync(exchange, flow.Request, AzureAdTrouble.ConsentRefused());
            return;
        }

        flow.HasConsented = true;
        await _steps.NextAsync(exchange, flow);
    }

    /// <summary>What the federated service says about the user.</summary>
    public async Task TakeFederatedAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (!exchange.IsPost || azureAd.Flows.Find(exchange, form["wctx"], AzureAdStage.Federation) is not { } flow)
        {
            await exchange.ErrorPageAsync(AzureAdTrouble.LostState());
            return;
        }

        if (azureAd.Federation.Redeem(form["wresult"], flow) is not { } user)
        {
            await exchange.ErrorPageAsync(AzureAdTrouble.FederationRefused());
            return;
        }

        (flow.User, flow.AuthenticatedAt) = (user, exchange.Now);
        await _steps.NextAsync(exchange, flow);
    }

    private Task TakeUserNameAsync(Exchange exchange, AzureAdFlow flow, Parameters form)
    {
        if (form["loginfmt"]?.Trim() is not { Length: > 0 } name)
            return exchange.PageAsync(
                UserNamePage.Render(exchange, flow.At(AzureAdStage.UserName), "Enter the user name or e-mail address of your account."));
        flow.UserName = name;
        return _steps.NextAsync(exchange, flow);
    }

    private Task TakePasswordAsync(Exchange exchange, AzureAdFlow flow, Parameters form)
    {
        if (!flow.MayTry()) return exchange.ErrorPageAsync(AzureAdTrouble.TooManyAttempts());

        // Whether there is such a user is not told: an unknown one gets the same page and the same words.
        var user = exchange.Tenant.UserNamed(flow.UserName!);
        if (user is null || !exchange.Tenant.Rules.SignIn.AcceptsPassword(user, form["passwd"] ?? ""))
        {
            var trouble = AzureAdTrouble.WrongCredentials();
            if (user is not null) azureAd.Log.Refused(flow.CorrelationId, user, flow.Request.App, trouble);
            return exchange.PageAsync(PasswordPage.Render(exchange, flow.At(AzureAdStage.Password), trouble.Message));
        }

        (flow.User, flow.AuthenticatedAt) = (user, exchange.Now);
        return _steps.NextAsync(exchange, flow);
    }
}
