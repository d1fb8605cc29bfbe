using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Pages;

namespace KmsiConformance.Reference.Entra.Pages;

/// <summary>
/// What the pages of a sign-in have in common: hidden fields, the script global that clients read, and styles. Ids,
/// fields and addresses are those that the service is seen to use; the forms need no script.
/// </summary>
internal static class EntraForm
{
    private const string Style = """
        .choices { display: flex; gap: .75rem; flex-direction: row-reverse; }
        .choices button { flex: 1; }
        button.quiet { color: var(--ink); background: transparent; border: 1px solid var(--line); }
        button.quiet:hover { background: var(--page); }
        .who { margin: 0 0 1rem; font-weight: 600; overflow-wrap: anywhere; }
        .beside { margin: 0 0 1.4rem; font-size: .92rem; }
        """;

    /// <summary>A page of the sign-in with one form.</summary>
    /// <param name="marker">The value of <c>data-page</c>.</param>
    /// <param name="id">What clients know the page by (<c>pgid</c>).</param>
    /// <param name="action">Where the form is posted to.</param>
    /// <param name="fields">The visible part of the form.</param>
    public static string Render(Exchange exchange, EntraFlow flow, string marker, string id, string title, string action, Html lead, Html fields) =>
        Layout.Render(exchange, marker, title, Html.Of($"""
            {lead}
            <form method="post" action="{action}" novalidate>
            {fields}
            {Hidden("ctx", flow.Id)}{Hidden("flowToken", flow.FlowToken)}{Hidden("canary", flow.Canary)}{Hidden("hpgrequestid", exchange.CorrelationId)}{Hidden("i19", "")}
            </form>
            <script nonce="{exchange.Nonce}">
            var $Config = {Html.Script(Config(exchange, flow, id, action))};
            </script>
            """), Html.Of($"""<style nonce="{exchange.Nonce}">{Html.Trusted(Style)}</style>"""));

    /// <summary>The message above a field after something was not accepted.</summary>
    public static Html Error(string id, string? message) => message is null
        ? Html.Trusted("")
        : Html.Of($"""<div class="error itemLevel shown" id="{id}" role="alert"><p>{message}</p></div>""");

    /// <summary>Marks a field whose value was not accepted.</summary>
    public static Html Invalid(string id, string? message) => message is null ? Html.Trusted("") : Html.Of($""" aria-invalid="true" aria-describedby="{id}" """);

    public static Html Hidden(string name, string value) => Html.Of($"""<input type="hidden" name="{name}" value="{value}">""");

    private static Dictionary<string, object> Config(Exchange exchange, EntraFlow flow, string id, string action) => new(StringComparer.Ordinal)
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
