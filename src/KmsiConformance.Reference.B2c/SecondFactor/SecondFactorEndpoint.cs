using KmsiConformance.Reference.B2c.Http;
using KmsiConformance.Reference.B2c.SignIn;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.B2c.SecondFactor;

/// <summary>The step after the password, or after a session that lacks it: a one-time code.</summary>
internal static class SecondFactorEndpoint
{
    /// <summary>What the policy that runs demands.</summary>
    public static SecondFactorDemand Demand(Exchange exchange) =>
        exchange.Tenant.Rules.SecondFactor.DemandsSecondFactor(exchange.B2cPolicy.Custom.SecondFactor);

    /// <summary>Where the page's form goes.</summary>
    public static string Address(Exchange exchange, SignInUnderWay signIn) =>
        $"{exchange.PolicyPath}/api/SecondFactor/confirmed?csrf_token={Uri.EscapeDataString(signIn.Csrf)}"
        + $"&tx={Uri.EscapeDataString(signIn.TransactionId)}&p={Uri.EscapeDataString(exchange.Policy.PolicyId)}";

    /// <summary>Shows the page.</summary>
    public static Task AskAsync(Exchange exchange, SignInUnderWay signIn, Trouble? trouble = null) =>
        exchange.PageAsync(SecondFactorPage.Render(exchange, signIn, trouble));

    public static async Task AnswerAsync(Exchange exchange)
    {
        var query = exchange.Query();
        if (!exchange.IsPost
            || exchange.B2c.SignIns.Find(exchange, query["tx"], query["csrf_token"]) is not { } signIn
            || signIn.AwaitsSecondFactor is not { } awaited)
        {
            await exchange.ErrorPageAsync(Trouble.LostState());
            return;
        }

        if (!signIn.MayTryCode())
        {
            exchange.B2c.SignIns.End(exchange, signIn);
            await exchange.ErrorPageAsync(B2cTrouble.TooManyCodes());
            return;
        }

        var code = (await exchange.ParametersAsync())["otpCode"]?.Trim() ?? "";
        var rules = exchange.Tenant.Rules.SecondFactor;
        if (!rules.AcceptsCode(exchange.B2c.OneTimeCodes.Spend(awaited.User, code, exchange.Now, rules)))
        {
            await AskAsync(exchange, signIn, B2cTrouble.WrongCode());
            return;
        }

        if (!exchange.B2c.SignIns.End(exchange, signIn))
        {
            await exchange.ErrorPageAsync(Trouble.LostState());
            return;
        }

        await GoOnAsync(exchange, signIn, awaited);
    }

    private static Task GoOnAsync(Exchange exchange, SignInUnderWay signIn, AwaitedSecondFactor awaited)
    {
        var (user, request) = (awaited.User, signIn.Request);
        if (awaited.Session is not var (key, id))
        {
            return JourneyEnd.BeginSessionAsync(exchange, new AcceptedSignIn(request, user, awaited.BoxTicked)
            {
                SecondFactorGiven = true,
                Provider = awaited.Provider,
                AtProvider = awaited.AtProvider,
                Claims = signIn.Claims,
            });
        }

        // The session may have ended while the user looked for the phone: then everything is asked again.
        return SignInCompletion.WithSecondFactor(exchange, request, user.ObjectId, key, id) is { } session
            ? JourneyEnd.GoOnAsync(exchange, request, id, session, user)
            : exchange.PageAsync(SignInPage.Render(exchange, exchange.B2c.SignIns.Begin(exchange, request)));
    }
}

/// <summary>What is known while a sign-in waits for its second factor.</summary>
/// <param name="BoxTicked">Whether the box was ticked on the page before.</param>
/// <param name="Session">The session that lacks only this; null when the password was given just now.</param>
internal sealed record AwaitedSecondFactor(ReferenceUser User, bool BoxTicked, (SessionKey Key, SessionId Id)? Session)
{
    /// <summary>The technical profile of the identity provider that vouches for the user; null for a local account.</summary>
    public string? Provider { get; init; }

    /// <summary>The user's session there.</summary>
    public SessionAtProvider? AtProvider { get; init; }
}
