using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Reference.B2c.SignIn;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.Http;

/// <summary>
/// Takes the user name and password that the sign-in page's script posts. Rejection is HTTP 200 as well: the status is
/// in the JSON.
/// </summary>
internal static class SelfAssertedEndpoint
{
    private const string ContentType = "text/json; charset=utf-8";

    // Custom policies, user flows and the recommended flows name the field differently.
    private static readonly string[] NameFields = ["signInName", "email", "logonIdentifier"];

    public static async Task AnswerAsync(Exchange exchange)
    {
        var signIn = exchange.B2c.SignIns.Find(exchange, exchange.Query()["tx"], exchange.Http.Request.Headers["X-CSRF-TOKEN"]);
        if (!exchange.IsPost || signIn is null)
        {
            await RejectAsync(exchange, Trouble.LostState());
            return;
        }

        if (!signIn.MayTry())
        {
            exchange.Log("rejected", app: signIn.Request.App.ClientId, trouble: B2cTrouble.TooManyAttempts());
            await RejectAsync(exchange, B2cTrouble.TooManyAttempts());
            return;
        }

        var form = await exchange.ParametersAsync();
        var user = exchange.Tenant.UserNamed(NameFields.Select(f => form[f]).FirstOrDefault(n => n is not null)?.Trim() ?? "");
        if (user is null || !exchange.Tenant.Rules.SignIn.AcceptsPassword(user, form["password"] ?? ""))
        {
            if (user is not null && exchange.Tenant.Rules.SignIn.RejectedPasswordBeginsSession)
                SignInCompletion.BeginSession(exchange, new AcceptedSignIn(signIn.Request, user, Ticked: false));
            var trouble = user is null ? B2cTrouble.UnknownUser() : B2cTrouble.WrongPassword();
            exchange.Log("rejected", user?.UserName, signIn.Request.App.ClientId, trouble);
            await RejectAsync(exchange, trouble);
            return;
        }

        var authentication = new Authentication(user, exchange.Now, BoxTicked: false);
        var (said, refused) = await ServiceDesk.ValidateAsync(exchange, signIn.Request, authentication);
        if (refused is not null)
        {
            exchange.Log("rejected", user.UserName, signIn.Request.App.ClientId, refused);
            await RejectAsync(exchange, refused);
            return;
        }

        signIn.Accept(user, said);
        await exchange.JsonAsync(new { status = "200" }, contentType: ContentType);
    }

    private static Task RejectAsync(Exchange exchange, Trouble trouble) =>
        exchange.JsonAsync(new { status = "400", errorCode = trouble.Code, message = trouble.Message }, contentType: ContentType);
}
