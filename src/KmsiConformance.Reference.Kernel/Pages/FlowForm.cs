using KmsiConformance.Reference.Kernel.Authorize;

namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>What the forms of a sign-in over several pages have in common; they need no script.</summary>
internal static class FlowForm
{
    /// <summary>For buttons side by side, and what stands around a form.</summary>
    public const string Style = """
        .choices { display: flex; gap: .75rem; }
        .choices button { flex: 1; }
        button.quiet { color: var(--ink); background: transparent; border: 1px solid var(--line); }
        button.quiet:hover { background: var(--page); }
        .who { margin: 0 0 1rem; font-weight: 600; overflow-wrap: anywhere; }
        .beside { margin: 0 0 1.4rem; font-size: .92rem; }
        dl + .lead { margin-top: 1.4rem; }
        .stack { display: grid; gap: .75rem; }
        """;

    /// <summary>The hidden fields that say to which sign-in, and to which of its pages, an answer belongs.</summary>
    public static Html Hidden(PageFlow flow) =>
        Html.Of($"""{Hidden("ctx", flow.Id)}{Hidden("flowToken", flow.FlowToken)}{Hidden("canary", flow.Canary)}""");

    public static Html Hidden(string name, string value) => Html.Of($"""<input type="hidden" name="{name}" value="{value}">""");

    /// <summary>The message above a field after something was not accepted.</summary>
    public static Html Error(string id, string? message) => message is null
        ? Html.Trusted("")
        : Html.Of($"""<div class="error itemLevel shown" id="{id}" role="alert"><p>{message}</p></div>""");

    /// <summary>Marks a field whose value was not accepted.</summary>
    public static Html Invalid(string id, string? message) =>
        message is null ? Html.Trusted("") : Html.Of($""" aria-invalid="true" aria-describedby="{id}" """);
}
