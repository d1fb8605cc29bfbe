using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Saml;

namespace KmsiConformance.Reference.B2c.Http;

/// <summary>
/// Where identity providers send browsers back. The state is good for one answer, and only in the browser that was sent
/// away: what somebody else began can be completed by nobody.
/// </summary>
internal static class ProviderCallback
{
    public const string Endpoint = "oauth2/authresp";

    /// <summary>The policy that sent the browser away; its address names none.</summary>
    public static async Task<string?> PolicyAsync(Exchange anyPolicy) =>
        anyPolicy.B2c.RoundTrips.Peek((await anyPolicy.ParametersAsync())["state"])?.SignIn.PolicyId;

    public static async Task AnswerAsync(Exchange exchange)
    {
        var parameters = await exchange.ParametersAsync();
        var state = parameters["state"] ?? parameters[RedirectBinding.RelayState];

        // Looked at before it is taken: another browser that learned the state cannot spoil the sign-in either.
        if (state is null
            || exchange.B2c.RoundTrips.Peek(state) is not { } trip
            || trip.SignIn.PolicyId != exchange.Policy.PolicyId
            || (exchange.Tenant.Rules.Federation.BindsAnswersToTheBrowser && !exchange.B2c.SignIns.IsOf(exchange, trip.SignIn))
            || exchange.B2c.RoundTrips.Take(state) is null)
        {
            await exchange.ErrorPageAsync(Trouble.LostState());
            return;
        }

        await FederatedSignIn.CompleteAsync(exchange, trip, parameters);
    }
}
