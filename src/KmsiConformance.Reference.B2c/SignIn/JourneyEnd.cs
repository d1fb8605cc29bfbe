using System.Collections.Immutable;
using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.SignIn;

/// <summary>
/// The end of a journey: once it is known who signs in, the services of its steps are asked, and the application gets its
/// answer. No session begins for a sign-in that a service has stopped.
/// </summary>
internal static class JourneyEnd
{
    /// <summary>Ends a sign-in with fresh credentials.</summary>
    public static async Task BeginSessionAsync(Exchange exchange, AcceptedSignIn accepted)
    {
        var rules = exchange.Tenant.Rules;
        var boxTicked = rules.Tokens.BoxOfPage(rules.SignIn.OffersBox(exchange.Policy), accepted.Ticked);
        var authentication = new Authentication(accepted.User, exchange.Now, boxTicked)
        {
            IdentityProvider = SignInCompletion.NameOf(exchange, accepted.Provider),
            Claims = accepted.Claims,
        };
        var answered = rules.Services.AsksAnewAtSignIn
            ? ImmutableDictionary<string, ImmutableDictionary<string, object>>.Empty
            : SignInCompletion.RememberedInBrowser(exchange, accepted.Request);
        var run = await ServiceDesk.RunStepsAsync(exchange, accepted.Request, authentication, answered);
        if (run.Trouble is { } trouble)
        {
            await AppAnswer.RefuseAsync(exchange, accepted.Request, trouble);
            return;
        }

        var session = SignInCompletion.BeginSession(
            exchange, accepted with { Remembered = run.Remembered.SetItems(OfPage(exchange, accepted)) });
        await AppAnswer.GrantAsync(exchange, accepted.Request, run.Authentication with { Sid = session?.Sid });
    }

    /// <summary>Ends a sign-in for which a living session has answered.</summary>
    public static async Task GoOnAsync(Exchange exchange, AuthorizeRequest request, SessionId id, Session session, ReferenceUser user)
    {
        var authentication = SignInCompletion.FromSession(exchange, session, user);
        if (exchange.B2cPolicy.Services.Page is { } page && session.Remembered.TryGetValue(page.Profile, out var ofPage))
            authentication = authentication with { Claims = ofPage };
        var run = await ServiceDesk.RunStepsAsync(exchange, request, authentication, session.Remembered);
        if (run.Trouble is { } trouble)
        {
            await AppAnswer.RefuseAsync(exchange, request, trouble);
            return;
        }

        SignInCompletion.Remember(exchange, id, run.Remembered);
        await AppAnswer.GrantAsync(exchange, request, run.Authentication);
    }

    private static Dictionary<string, ImmutableDictionary<string, object>> OfPage(Exchange exchange, AcceptedSignIn accepted) =>
        exchange.B2cPolicy.Services.Page is { } page && ServiceDesk.Only(accepted.Claims, page.Remembered) is { IsEmpty: false } kept
            ? new(StringComparer.Ordinal) { [page.Profile] = kept }
            : [];
}
