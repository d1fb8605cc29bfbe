using KmsiConformance.Reference.B2c.SecondFactor;
using KmsiConformance.Reference.B2c.SignIn;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.B2c.Http;

/// <summary>Where the sign-in page goes after the password was accepted. <c>rememberMe</c> is the box.</summary>
internal static class ConfirmedEndpoint
{
    public static async Task AnswerAsync(Exchange exchange)
    {
        var query = exchange.Query();
        if (exchange.B2c.SignIns.Find(exchange, query["tx"], query["csrf_token"]) is not { } signIn)
        {
            await exchange.ErrorPageAsync(Trouble.LostState());
            return;
        }

        var rules = exchange.Tenant.Rules;
        var ticked = string.Equals(query["rememberMe"], "true", StringComparison.OrdinalIgnoreCase);
        if (ticked && rules.SignIn.TicksOtherTabs)
            foreach (var waiting in exchange.B2c.SignIns.Of(exchange)) waiting.IsTickedElsewhere = true;
        ticked |= signIn.IsTickedElsewhere;
        if (signIn.User is { } known && SecondFactorEndpoint.Demand(exchange) != SecondFactorDemand.None)
        {
            if (rules.SecondFactor.PasswordAloneBeginsSession)
                SignInCompletion.BeginSession(exchange, new AcceptedSignIn(signIn.Request, known, ticked));
            await (signIn.Await(new AwaitedSecondFactor(known, ticked, null))
                ? SecondFactorEndpoint.AskAsync(exchange, signIn)
                : exchange.ErrorPageAsync(Trouble.LostState()));
            return;
        }

        var request = rules.Authorize.AnswersTheLastRequest ? exchange.B2c.SignIns.Of(exchange).Last().Request : signIn.Request;

        // Nobody comes past the page by calling what it would call next.
        if (!exchange.B2c.SignIns.End(exchange, signIn) || signIn.User is not { } user)
        {
            await AppAnswer.RefuseAsync(exchange, signIn.Request, B2cTrouble.NotSignedIn());
            return;
        }

        await JourneyEnd.BeginSessionAsync(exchange, new AcceptedSignIn(request, user, ticked) { Claims = signIn.Claims });
    }
}
