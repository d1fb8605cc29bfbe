using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>Carries an answer to the application by a form that posts itself.</summary>
internal static class FormPostPage
{
    public static string Render(Exchange exchange, string redirectUri, IReadOnlyList<(string Name, string Value)> answer)
    {
        var fields = Html.Of($"");
        foreach (var (name, value) in answer)
            fields.AppendFormatted(Html.Of($"""<input type="hidden" id="{name}" name="{name}" value="{value}">"""));
        return Layout.Render(exchange, "answer", "Signing in", Html.Of($"""
            <form id="auto" method="post" action="{redirectUri}">
            {fields}
            <noscript><button type="submit">Continue</button></noscript>
            </form>
            <script nonce="{exchange.Nonce}">document.getElementById('auto').submit();</script>
            """));
    }
}
