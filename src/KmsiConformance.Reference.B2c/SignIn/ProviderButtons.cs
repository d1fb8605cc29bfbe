using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.B2c.SignIn;

/// <summary>
/// A button for each identity provider that the policy offers, with the ids and the request that the service is seen to
/// use. An ordinary form: choosing needs no script. The box is no part of it.
/// </summary>
internal static class ProviderButtons
{
    public static Html Render(Exchange exchange, SignInUnderWay signIn)
    {
        if (exchange.Choices.Count == 0) return Html.Of($"");
        var buttons = Html.Of($"");
        foreach (var choice in exchange.Choices)
        {
            buttons.AppendFormatted(Html.Of($"""
                <button class="accountButton claims-provider-selection" id="{choice.Exchange}" type="submit" name="claimsexchange" value="{choice.Exchange}">{choice.DisplayName}</button>
                """));
        }

        return Html.Of($"""
            <form class="claims-provider-list-buttons social" method="get" action="{exchange.PolicyPath}/api/CombinedSigninAndSignup/unified" aria-label="Identity providers">
            <h2>Or sign in with</h2>
            {buttons}
            <input type="hidden" name="csrf_token" value="{signIn.Csrf}">
            <input type="hidden" name="tx" value="{signIn.TransactionId}">
            <input type="hidden" name="p" value="{exchange.Policy.PolicyId}">
            </form>
            """);
    }
}
