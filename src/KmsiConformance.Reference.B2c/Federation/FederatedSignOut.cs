using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>
/// Passes a sign-out on to the identity provider of the session that ended. It is an attempt: whatever goes
/// wrong on the way to the provider, the user is signed out here.
/// </summary>
internal static class FederatedSignOut
{
    // Of real time. What is needed was mostly read at the sign-in already.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The notification for the provider; null where there is none to make.</summary>
    public static async Task<Notification?> OfAsync(Exchange exchange, Session signedOut)
    {
        var rules = exchange.Tenant.Rules;
        if (signedOut.Provider is not { } vouched
            || exchange.Choices.FirstOrDefault(choice => rules.Federation.IsOfTheSession(choice, vouched)) is not { } provider)
            return null;
        if (!rules.Federation.TellsProvider(provider)) return null;
        try
        {
            var address = await ProviderDialect.Of(provider).SignOutAddressAsync(exchange, provider, signedOut).WaitAsync(Patience)
                ?? rules.Federation.SignOutAddressWithout(provider);
            return address is null ? null : new Notification(provider.DisplayName, address);
        }
        catch (Exception unreachable) when (unreachable is ProviderAnswerRefusedException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Whether the provider does not answer a sign-out as it should; only a fault wants to know.</summary>
    public static async Task<bool> FailsAsync(Exchange exchange, IReadOnlyList<Notification> told)
    {
        if (told.Count == 0) return false;
        try
        {
            return await exchange.B2c.ProviderHttp.StatusAsync(told[0].Address).WaitAsync(Patience) != 200;
        }
        catch (Exception unreachable) when (unreachable is ProviderAnswerRefusedException or TimeoutException)
        {
            return true;
        }
    }
}
