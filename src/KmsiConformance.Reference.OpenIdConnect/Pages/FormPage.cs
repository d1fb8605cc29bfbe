using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.OpenIdConnect.Pages;

/// <summary>A page of the provider with one form, which needs no script.</summary>
internal static class FormPage
{
    public static string Render(Exchange exchange, string marker, string title, string action, Html lead, Html fields) =>
        Layout.Render(exchange, marker, title, Html.Of($"""
            {lead}
            <form method="post" action="{action}" novalidate>
            {fields}
            </form>
            """), Html.Of($"""<style nonce="{exchange.Nonce}">{Html.Trusted(FlowForm.Style)}</style>"""));
}
