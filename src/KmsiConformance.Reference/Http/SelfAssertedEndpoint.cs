using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference.Http;

/// <summary>Takes the user name and password that the sign-in page's script posts. Rejection is HTTP 200 as well: the status is in the JSON.</summary>
internal static class SelfAssertedEndpoint
{
    private const string ContentType = "text/json; charset=utf-8";

    // Custom policies, user flows and the recommended flows name the field differently.
    private static readonly string[] NameFields = ["signInName", "email", "logonIdentifier"];

    public static async Task AnswerAsync(Exchange exchange)
    {
        var signIn = exchange.Tenant.SignIns.Find(exchange, exchange.Query()["tx"], exchange.Http.Request.Headers["X-CSRF-TOKEN"]);
        if (!exchange.IsPost || signIn is null)
        {
            await RejectAsync(exchange, Trouble.LostState());
            return;
        }

        if (signIn.Rejected >= SignInStore.RetryLimit)
        {
            await RejectAsync(exchange, Trouble.TooManyAttempts());
            return;
        }

        var form = await exchange.ParametersAsync();
        var user = exchange.Tenant.UserNamed(NameFields.Select(f => form[f]).FirstOrDefault(n => n is not null)?.Trim() ?? "");
        if (user is null || !exchange.Tenant.Conduct.AcceptsPassword(user, form["password"] ?? ""))
        {
            signIn.Rejected++;
            if (user is not null && exchange.Tenant.Conduct.RejectedPasswordBeginsSession) SignInCompletion.BeginSession(exchange, signIn.Request, user, ticked: false);
            await RejectAsync(exchange, user is null ? Trouble.UnknownUser() : Trouble.WrongPassword());
            return;
        }

        signIn.User = user;
        await exchange.JsonAsync(new { status = "200" }, contentType: ContentType);
    }

    private static Task RejectAsync(Exchange exchange, Trouble trouble) =>
        exchange.JsonAsync(new { status = "400", errorCode = trouble.Code, message = trouble.Message }, contentType: ContentType);
}

/// <summary>What follows once credentials were accepted.</summary>
internal static class SignInCompletion
{
    /// <summary>Begins a session, unless the policy suppresses sessions, and sets its cookie.</summary>
    public static void BeginSession(Exchange exchange, AuthorizeRequest request, ReferenceUser user, bool ticked)
    {
        var tenant = exchange.Tenant;
        var policy = exchange.Policy;
        if (tenant.Conduct.KeyFor(policy.Settings, request.App.ClientId, policy.PolicyId) is not { } key) return;

        var accepted = new CredentialsAccepted(
            policy.Settings, exchange.Now, key, user.ObjectId, tenant.Conduct.OffersBox(policy), ticked);
        var (handle, transition) = tenant.Sessions.Begin(SessionCookies.Presented(exchange, key), accepted);
        SessionCookies.Carry(exchange, key, transition.Cookie, handle);
    }
}
