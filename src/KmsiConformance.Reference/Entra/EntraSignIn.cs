using KmsiConformance.Reference.Entra.Pages;
using KmsiConformance.Reference.Http;

namespace KmsiConformance.Reference.Entra;

/// <summary>Takes what the pages of a sign-in post.</summary>
internal sealed class EntraSignIn(EntraTenant entra)
{
    // What clients send for Yes; 0 and 3 are both sent by clients that do not want to stay signed in.
    private const string Yes = "1";

    private readonly EntraSteps _steps = new(entra);

    /// <summary>The user name, or the password.</summary>
    public async Task TakeCredentialsAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (exchange.IsPost && entra.Flows.Find(exchange, form, EntraStage.UserName) is { } nameless) await TakeUserNameAsync(exchange, nameless, form);
        else if (exchange.IsPost && entra.Flows.Find(exchange, form, EntraStage.Password) is { } named) await TakePasswordAsync(exchange, named, form);
        else await exchange.ErrorPageAsync(EntraTrouble.LostState());
    }

    /// <summary>The answer to the question whether to stay signed in.</summary>
    public async Task AnswerQuestionAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (!exchange.IsPost || entra.Flows.Find(exchange, form, EntraStage.Question) is not { } flow)
        {
            await exchange.ErrorPageAsync(EntraTrouble.LostState());
            return;
        }

        flow.SaidYes = string.Equals(form["LoginOptions"], Yes, StringComparison.Ordinal);
        if (flow.User is { } user && string.Equals(form["DontShowAgain"], "true", StringComparison.Ordinal))
            entra.Answers.Remember(exchange, user, flow.SaidYes.Value);
        await _steps.NextAsync(exchange, flow);
    }

    /// <summary>Whether the user lets the application have what it asks for.</summary>
    public async Task TakeConsentAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (!exchange.IsPost || entra.Flows.Find(exchange, form, EntraStage.Consent) is not { User: { } user } flow)
        {
            await exchange.ErrorPageAsync(EntraTrouble.LostState());
            return;
        }

        if (form["acceptConsent"] is not "true")
        {
            entra.Flows.End(exchange, flow);
            await AppAnswer.RefuseAsync(exchange, flow.Request, EntraTrouble.ConsentRefused());
            return;
        }

        entra.Consents.Give(user, flow.Request.App);
        flow.HasConsented = true;
        await _steps.NextAsync(exchange, flow);
    }

    /// <summary>What the federated service says about the user.</summary>
    public async Task TakeFederatedAsync(Exchange exchange)
    {
        var form = await exchange.ParametersAsync();
        if (!exchange.IsPost || entra.Flows.Find(exchange, form["wctx"], EntraStage.Federation) is not { } flow)
        {
            await exchange.ErrorPageAsync(EntraTrouble.LostState());
            return;
        }

        if (entra.Federation.Redeem(form["wresult"], flow) is not { } user)
        {
            await exchange.ErrorPageAsync(EntraTrouble.FederationRefused());
            return;
        }

        (flow.User, flow.AuthenticatedAt) = (user, exchange.Now);
        await _steps.NextAsync(exchange, flow);
    }

    private Task TakeUserNameAsync(Exchange exchange, EntraFlow flow, Parameters form)
    {
        if (form["loginfmt"]?.Trim() is not { Length: > 0 } name)
            return exchange.PageAsync(UserNamePage.Render(exchange, flow.At(EntraStage.UserName), "Enter the user name or e-mail address of your account."));
        flow.UserName = name;
        return _steps.NextAsync(exchange, flow);
    }

    private Task TakePasswordAsync(Exchange exchange, EntraFlow flow, Parameters form)
    {
        if (!flow.MayTry()) return exchange.ErrorPageAsync(EntraTrouble.TooManyAttempts());

        // Whether there is such a user is not told: an unknown one gets the same page and the same words.
        var user = exchange.Tenant.UserNamed(flow.UserName!);
        if (user is null || !exchange.Tenant.Conduct.AcceptsPassword(user, form["passwd"] ?? ""))
        {
            var trouble = EntraTrouble.WrongCredentials();
            if (user is not null) entra.Log.Refused(flow.CorrelationId, user, flow.Request.App, trouble);
            return exchange.PageAsync(PasswordPage.Render(exchange, flow.At(EntraStage.Password), trouble.Message));
        }

        (flow.User, flow.AuthenticatedAt) = (user, exchange.Now);
        return _steps.NextAsync(exchange, flow);
    }
}
