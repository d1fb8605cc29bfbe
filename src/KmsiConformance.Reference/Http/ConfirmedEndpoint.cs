using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Http;

/// <summary>Where the sign-in page goes after the password was accepted. <c>rememberMe</c> is the box.</summary>
internal static class ConfirmedEndpoint
{
    public static async Task AnswerAsync(Exchange exchange)
    {
        var query = exchange.Query();
        if (exchange.Tenant.SignIns.Find(exchange, query["tx"], query["csrf_token"]) is not { } signIn)
        {
            await exchange.ErrorPageAsync(Trouble.LostState());
            return;
        }

        var ticked = string.Equals(query["rememberMe"], "true", StringComparison.OrdinalIgnoreCase);
        if (signIn.User is { } known && SecondFactorEndpoint.Demand(exchange) != SecondFactorDemand.None)
        {
            if (exchange.Tenant.Conduct.PasswordAloneBeginsSession) SignInCompletion.BeginSession(exchange, signIn.Request, known, ticked);
            await (signIn.Await(new AwaitedSecondFactor(known, ticked, null))
                ? SecondFactorEndpoint.AskAsync(exchange, signIn)
                : exchange.ErrorPageAsync(Trouble.LostState()));
            return;
        }

        // Nobody comes past the page by calling what it would call next.
        if (!exchange.Tenant.SignIns.End(exchange, signIn) || signIn.User is not { } user)
        {
            await AppAnswer.RefuseAsync(exchange, signIn.Request, Trouble.NotSignedIn());
            return;
        }

        var session = SignInCompletion.BeginSession(exchange, signIn.Request, user, ticked);
        var boxTicked = ticked && exchange.Tenant.Conduct.OffersBox(exchange.Policy);
        await AppAnswer.GrantAsync(exchange, signIn.Request, new Authentication(user, exchange.Now, boxTicked) { Sid = session?.Sid });
    }
}
