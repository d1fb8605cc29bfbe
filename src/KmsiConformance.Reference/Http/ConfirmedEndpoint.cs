using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Http;

/// <summary>Where the sign-in page goes after the password was accepted. <c>rememberMe</c> is the box.</summary>
internal static class ConfirmedEndpoint
{
    public static Task AnswerAsync(Exchange exchange)
    {
        var query = exchange.Query();
        if (exchange.Tenant.SignIns.Find(exchange, query["tx"], query["csrf_token"]) is not { } signIn)
            return exchange.ErrorPageAsync(Trouble.LostState());

        // Nobody comes past the page by calling what it would call next.
        if (!exchange.Tenant.SignIns.End(exchange, signIn) || signIn.User is not { } user)
            return AppAnswer.RefuseAsync(exchange, signIn.Request, Trouble.NotSignedIn());

        var ticked = string.Equals(query["rememberMe"], "true", StringComparison.OrdinalIgnoreCase);
        SignInCompletion.BeginSession(exchange, signIn.Request, user, ticked);
        var boxTicked = ticked && exchange.Tenant.Conduct.OffersBox(exchange.Policy);
        exchange.Log("signed-in", user.UserName, signIn.Request.App.ClientId, keepMeSignedIn: boxTicked);
        return AppAnswer.GrantAsync(exchange, signIn.Request, new Authentication(user, exchange.Now, boxTicked));
    }
}
