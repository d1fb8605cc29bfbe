using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.Web;

/// <summary>What the site says on its error page.</summary>
internal static class WebTrouble
{
    public static Trouble StrangersForm() =>
        new("error", "The form was not sent from a page of this site that this browser was shown. Load the page again.");
}
