using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Browsers.Simulated.Forms;

/// <summary>Submits forms the way a browser does (HTML standard, 4.10.21.3): the button's own attributes win over the form's.</summary>
internal static class FormSubmission
{
    /// <summary>The request that submitting makes; null when the form leads nowhere that can be fetched.</summary>
    /// <param name="submitter">The button that is pressed; null when the page submits its form itself.</param>
    public static FetchRequest? Of(Page page, IHtmlFormElement form, IElement? submitter, Destination destination)
    {
        // An empty action means the page's own address, not the base.
        var action = Setting(form, submitter, "action");
        var url = string.IsNullOrWhiteSpace(action) ? page.Url : page.Resolve(action);
        if (url is null) return null;

        var fields = FormFields.Entries(form, submitter);
        switch (Setting(form, submitter, "method")?.ToLowerInvariant())
        {
            case "post":
                var body = FormBody.Of(Setting(form, submitter, "enctype")?.ToLowerInvariant() ?? "", fields);
                return new FetchRequest(url, HttpMethod.Post, destination, page, page.Embedder) { Body = body };
            case "dialog":
                return null;
            default:
                var asked = new UriBuilder(url) { Query = FormEncoding.Encode(fields) };
                return new FetchRequest(asked.Uri, HttpMethod.Get, destination, page, page.Embedder);
        }
    }

    private static string? Setting(IHtmlFormElement form, IElement? submitter, string name) =>
        submitter?.GetAttribute($"form{name}") ?? form.GetAttribute(name);
}
