using KmsiConformance.Browsers;

namespace KmsiConformance.Worlds.Providers;

/// <summary>How to recognise the pages of the harness's own identity providers, besides those of the product under test.</summary>
internal static class ProviderSigns
{
    public static readonly Control Cancel = new("button that says no to the identity provider", null, ["#provider-cancel"]);

    /// <summary>These signs as well as the recipe's.</summary>
    public static PageSigns WithProviders(this PageSigns signs, bool any) => !any ? signs : signs with
    {
        UserName = [.. signs.UserName, "#provider-user"],
        Password = [.. signs.Password, "#provider-password"],
        Submit = [.. signs.Submit, "#provider-submit"],
        Message = [.. signs.Message, "[data-page=provider-sign-in] .message"],
        ErrorPage = [.. signs.ErrorPage, "[data-page=provider-error]"],
    };
}
