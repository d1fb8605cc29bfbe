using KmsiConformance.Reference.AzureAd.SignIn;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.AzureAd.Pages;

/// <summary>
/// What the pages of a sign-in have in common: hidden fields and the script global that clients read. Ids, fields and
/// addresses are those that the service is seen to use.
/// </summary>
internal static class AzureAdForm
{
    /// <summary>A page of the sign-in with one form.</summary>
    /// <param name="marker">The value of <c>data-page</c>.</param>
    /// <param name="id">What clients know the page by (<c>pgid</c>).</param>
    /// <param name="action">Where the form is posted to.</param>
    /// <param name="fields">The visible part of the form.</param>
    public static string Render(
        Exchange exchange, AzureAdFlow flow, string marker, string id, string title, string action, Html lead, Html fields) =>
        Layout.Render(exchange, marker, title, Html.Of($"""
            {lead}
            <form method="post" action="{action}" novalidate>
            {fields}
            {FlowForm.Hidden(flow)}{FlowForm.Hidden("hpgrequestid", exchange.CorrelationId)}{FlowForm.Hidden("i19", "")}
            </form>
            <script nonce="{exchange.Nonce}">
            var $Config = {Html.Script(Config(exchange, flow, id, action))};
            </script>
            """), Html.Of($"""<style nonce="{exchange.Nonce}">{Html.Trusted(FlowForm.Style)}</style>"""));

    private static Dictionary<string, object> Config(Exchange exchange, AzureAdFlow flow, string id, string action) =>
        new(StringComparer.Ordinal)
    {
        ["pgid"] = id,
        ["sCtx"] = flow.Id,
        ["sFT"] = flow.FlowToken,
        ["sFTName"] = "flowToken",
        ["canary"] = flow.Canary,
        ["sessionId"] = exchange.CorrelationId,
        ["correlationId"] = flow.CorrelationId,
        ["urlPost"] = action,
    };
}
