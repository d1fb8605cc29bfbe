namespace KmsiConformance.Tests.House;

/// <summary>Who may import whom. A room sees only rooms above it in this list.</summary>
internal static class Rooms
{
    /// <summary>The rooms that each room may import, both without <c>KmsiConformance.</c></summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayImport = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Ledger"] = [],
        ["Policies"] = [],
        ["Cookies"] = [],
        ["Clocks"] = [],
        ["Jose"] = [],
        ["Saml"] = [],
        ["Sites"] = [],
        ["Lint"] = ["Policies"],
        ["Suite"] = ["Ledger", "Policies"],
        ["ThirdParties"] = ["Sites"],
        ["IdentityProviders"] = ["Jose", "Saml", "Sites"],
        ["Apps"] = ["Jose", "Ledger", "Saml", "Sites", "Suite"],
        ["Browsers"] = ["Clocks", "Cookies", "Ledger", "Sites", "Suite"],
        ["Targets"] = ["Apps", "IdentityProviders", "Ledger", "Policies", "Suite"],
        ["Worlds"] =
        [
            "Apps", "Browsers", "Clocks", "Cookies", "IdentityProviders", "Ledger", "Policies", "Sites", "Suite",
            "Targets", "ThirdParties",
        ],
        ["Checks"] = ["Ledger"],
        ["Parking"] = ["Ledger", "Worlds"],
        ["Runner"] =
        [
            "Apps", "Browsers", "Checks", "Clocks", "IdentityProviders", "Ledger", "Parking", "Policies", "Suite", "Targets",
            "Worlds",
        ],
        ["Queues"] = ["Clocks", "Ledger", "Runner", "Suite"],
        ["Measuring"] = ["Apps", "Browsers", "Clocks", "Ledger", "Suite", "Targets", "Worlds"],
        ["Model"] = ["Policies"],
        ["Exploring"] = ["Ledger", "Model", "Policies", "Runner", "Suite"],
        ["Reporting"] = ["Ledger"],
        ["Certification"] = ["Ledger", "Reporting", "Suite"],
        ["Reference.Kernel"] = ["Jose", "Ledger", "Policies"],
        ["Reference.B2c"] = ["Jose", "Policies", "Reference.Kernel", "Saml", "Sites"],
        ["Reference.AzureAd"] = ["Jose", "Policies", "Reference.Kernel"],
        ["Reference.OpenIdConnect"] = ["Jose", "Policies", "Reference.Kernel", "Sites"],
        ["Reference.Web"] = ["Policies", "Reference.Kernel"],
        ["Reference"] =
        [
            "Jose", "Policies", "Reference.AzureAd", "Reference.B2c", "Reference.Kernel", "Reference.OpenIdConnect",
            "Reference.Web", "Sites",
        ],
        ["Targets.Files"] = ["Apps", "Clocks", "Ledger", "Policies", "Saml", "Sites", "Suite", "Targets"],
        ["Targets.Processes"] = ["Apps", "Clocks", "Ledger", "Sites", "Suite", "Targets", "Targets.Files"],
        ["Probing"] = ["Apps", "Browsers", "Clocks", "Ledger", "Sites", "Suite", "Targets", "Targets.Files", "Worlds"],
        ["Targets.Reference"] =
        [
            "Apps", "IdentityProviders", "Ledger", "Policies", "Reference", "Reference.AzureAd", "Reference.B2c",
            "Reference.Kernel", "Reference.Web", "Sites", "Suite", "Targets",
        ],
        ["Serving"] =
        [
            "Apps", "IdentityProviders", "Ledger", "Policies", "Reference", "Reference.AzureAd",
            "Reference.B2c", "Reference.Kernel", "Reference.Web", "Sites", "Suite", "Targets", "Targets.Reference",
            "ThirdParties", "Worlds",
        ],
        ["Cli"] =
        [
            "Browsers", "Certification", "Clocks", "Cookies", "Exploring", "Ledger", "Lint", "Measuring",
            "Model", "Parking", "Policies", "Probing", "Queues", "Reference", "Reference.B2c",
            "Reference.Kernel", "Reporting", "Runner", "Serving", "Sites", "Suite", "Targets", "Targets.Files",
            "Targets.Processes", "Targets.Reference", "ThirdParties", "Worlds",
        ],
    };

    /// <summary>The only rooms that may know the reference; to all others a target is something that answers over HTTP.</summary>
    public static readonly string[] MayKnowTheReference = ["Targets.Reference", "Serving", "Cli"];

    /// <summary>The only rooms that may know the runner.</summary>
    public static readonly string[] MayKnowTheRunner = ["Exploring", "Queues", "Cli"];

    /// <summary>Imports that are gone after compilation, each with the reason; <c>room → imported room</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> GoneAfterCompilation = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Reference → Jose"] = "a doc comment of ReferenceOptions points to the algorithms that there are",
    };
}
