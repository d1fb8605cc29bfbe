using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.AzureAd;

/// <summary>What Azure AD says differently from B2C.</summary>
internal sealed class AzureAdDialect : Dialect
{
    /// <summary>An error that the public list has no better code for: the request is invalid.</summary>
    private const string InvalidRequest = "AADSTS90023";

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["AADB2C90006"] = "AADSTS50011",
        ["AADB2C90007"] = "AADSTS500113",
        ["AADB2C90008"] = "AADSTS900144",
        ["AADB2C90010"] = "AADSTS900144",
        ["AADB2C90013"] = "AADSTS70005",
        ["AADB2C90014"] = "AADSTS70007",
        ["AADB2C90018"] = "AADSTS700016",
        ["AADB2C90079"] = "AADSTS7000218",
        ["AADB2C90080"] = "AADSTS70008",
        ["AADB2C90081"] = "AADSTS7000215",
        ["AADB2C90083"] = "AADSTS900144",
        ["AADB2C90084"] = "AADSTS700025",
        ["AADB2C90086"] = "AADSTS70003",
        ["AADB2C90088"] = "AADSTS70000",
        ["AADB2C90110"] = "AADSTS70011",
        ["AADB2C90122"] = "AADSTS9000411",
        ["AADB2C90182"] = "AADSTS501481",
        ["AADB2C99059"] = "AADSTS9002325",
    };

    public override string Footer(LoginPolicy policy) => "as Azure AD in June 2020";

    public override string Issuer(string origin, string tenantId) => $"{origin}/{tenantId}/v2.0";

    public override Trouble Say(Trouble trouble) => trouble.Code switch
    {
        // P-11: applications look for this code when a session that they remember is gone.
        "AADB2C90077" => new("AADSTS50058", "The application asked for a silent sign-in, and no user is signed in.", "login_required"),
        var code when code.StartsWith("AADSTS", StringComparison.Ordinal) => trouble,
        var code => trouble with { Code = Codes.GetValueOrDefault(code, InvalidRequest) },
    };

    public override string Notification(Tenant tenant, string logoutUrl, Session signedOut) =>
        IssuerAndSid.AddTo(logoutUrl, tenant, signedOut);

    public override ProductTokens Tokens(Tenant tenant) => new AzureAdTokens(tenant);
}
