using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.B2c.Http;

/// <summary>Where the buttons of the sign-in page lead: to the identity provider behind the exchange that was chosen.</summary>
internal static class ChoiceEndpoint
{
    public static Task AnswerAsync(Exchange exchange)
    {
        var query = exchange.Query();
        if (exchange.B2c.SignIns.Find(exchange, query["tx"], query["csrf_token"]) is not { } signIn)
            return exchange.ErrorPageAsync(Trouble.LostState());
        return exchange.Choices.FirstOrDefault(choice =>
            string.Equals(choice.Exchange, query["claimsexchange"], StringComparison.Ordinal)) is { } chosen
            ? FederatedSignIn.BeginAsync(exchange, signIn, chosen)
            : exchange.ErrorPageAsync(B2cTrouble.UnknownExchange(query["claimsexchange"]));
    }
}
