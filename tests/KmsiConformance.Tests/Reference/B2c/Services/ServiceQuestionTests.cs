using System.Collections.Immutable;
using System.Text;
using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Tokens;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c.Services;

/// <summary>Claims travel where the policy says, under the names that the service knows.</summary>
internal sealed class ServiceQuestionTests
{
    private static readonly ReferenceUser Alice = ReferenceUsers.Standard[0];

    [TestCase("Body", "POST /api/number", """{"customer":"ID"}""")]
    [TestCase("Form", "POST /api/number", "customer=ID")]
    [TestCase("QueryString", "GET /api/number?customer=ID", "")]
    [TestCase("Header", "GET /api/number", "")]
    public async Task Claims_go_where_the_policy_sends_them(string place, string line, string body)
    {
        using var question = Write(text => text.Replace(">Body<", $">{place}<", StringComparison.Ordinal))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                $"{question.Method} {question.RequestUri!.PathAndQuery}",
                Is.EqualTo(line.Replace("ID", Alice.ObjectId, StringComparison.Ordinal)));
            Assert.That(
                question.Content is null ? "" : await question.Content.ReadAsStringAsync(),
                Is.EqualTo(body.Replace("ID", Alice.ObjectId, StringComparison.Ordinal)));
            Assert.That(question.Headers.Contains("customer"), Is.EqualTo(place == "Header"));
        }
    }

    [Test]
    public void Claims_fill_the_path_escaped()
    {
        using var question = Write(text => text.Replace(">Body<", ">Url<", StringComparison.Ordinal)
            .Replace("/api/number", "/api/{customer}/number", StringComparison.Ordinal)
            .Replace("ReferenceId=\"objectId\" P", "ReferenceId=\"who\" DefaultValue=\"a/b\" P", StringComparison.Ordinal))!;
        Assert.That(question.RequestUri!.AbsoluteUri, Is.EqualTo("https://cards.localhost:1/api/a%2Fb/number"));
    }

    [Test]
    public void A_resolver_is_text_unless_the_policy_asks_for_its_value()
    {
        static string Resolver(string text) => text.Replace(">Body<", ">QueryString<", StringComparison.Ordinal)
            .Replace("ReferenceId=\"objectId\" P", "ReferenceId=\"policy\" DefaultValue=\"{Policy:PolicyId}\" P", StringComparison.Ordinal);

        using var plain = Write(Resolver)!;
        using var resolved = Write(text => Resolver(text).Replace(
            "<Item Key=\"SendClaimsIn\">",
            "<Item Key=\"IncludeClaimResolvingInClaimsHandling\">true</Item><Item Key=\"SendClaimsIn\">",
            StringComparison.Ordinal))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Uri.UnescapeDataString(plain.RequestUri!.Query), Is.EqualTo("?customer={Policy:PolicyId}"));
            Assert.That(resolved.RequestUri!.Query, Is.EqualTo("?customer=a-policy"));
        }
    }

    [Test]
    public void Basic_credentials_are_the_tenants_keys()
    {
        using var question = Write(text => text.Replace("Type\">None<", "Type\">Basic<", StringComparison.Ordinal)
            .Replace("<InputClaims>", """
            <CryptographicKeys>
              <Key Id="BasicAuthenticationUsername" StorageReferenceId="B2C_1A_Name" />
              <Key Id="BasicAuthenticationPassword" StorageReferenceId="B2C_1A_Word" />
            </CryptographicKeys>
            <InputClaims>
            """, StringComparison.Ordinal))!;
        Assert.That(
            Encoding.UTF8.GetString(Convert.FromBase64String(question.Headers.Authorization!.Parameter!)),
            Is.EqualTo("cards:B2C_1A_Word"), "what the tenant does not keep is stood for by its name");
    }

    [Test]
    public void A_claim_may_be_the_bearer_token()
    {
        using var question = Write(text => text.Replace(
            "Type\">None<", "Type\">Bearer</Item><Item Key=\"UseClaimAsBearerToken\">said<", StringComparison.Ordinal))!;
        Assert.That(question.Headers.Authorization!.ToString(), Is.EqualTo("Bearer before"));
    }

    [TestCase("Type\">None<", "Type\">ClientCertificate<", "AuthenticationType ClientCertificate")]
    [TestCase("InProduction\">true<", "InProduction\">false<", "AllowInsecureAuthInProduction")]
    [TestCase(">Body<", ">Cookie<", "SendClaimsIn is Cookie")]
    [TestCase(">https://loyalty.example.com/api/number<", ">api/number<", "not a complete http or https address")]
    [TestCase(
        "https://loyalty.example.com/", "https://{customer}.localhost/", "not a complete http or https address",
        TestName = "{m}(no claim is part of a host)")]
    [TestCase(
        "<ClaimsExchanges>",
        "<Preconditions><Precondition Type=\"Weather\" ExecuteActionsIf=\"true\"><Action>SkipThisOrchestrationStep</Action></Precondition>"
        + "</Preconditions><ClaimsExchanges>",
        "precondition of type Weather")]
    public void What_is_not_played_says_why(string written, string instead, string why)
    {
        var policy = Policy(text => text.Replace(written, instead, StringComparison.Ordinal));
        Assert.That(
            UnsupportedParts.Of(policy, KnownProfiles.Readings(B2cProfile.December2020), Hosts).Select(part => part.What),
            Has.One.Matches<string>(what =>
                what!.Contains("REST-LoyaltyNumber", StringComparison.Ordinal) && what.Contains(why, StringComparison.Ordinal)));
    }

    [TestCase("ClaimsExist", "true", "<Value>objectId</Value>", true)]
    [TestCase("ClaimsExist", "false", "<Value>objectId</Value>", false)]
    [TestCase("ClaimsExist", "false", "<Value>unheard</Value>", true)]
    [TestCase("ClaimEquals", "true", "<Value>said</Value><Value>before</Value>", true)]
    [TestCase("ClaimEquals", "true", "<Value>said</Value><Value>else</Value>", false)]
    public void A_precondition_leaves_the_call_out(string type, string actsIf, string values, bool skipped)
    {
        var preconditions = $"<Preconditions><Precondition Type=\"{type}\" ExecuteActionsIf=\"{actsIf}\">{values}"
            + "<Action>SkipThisOrchestrationStep</Action></Precondition></Preconditions>";
        var call = Call(text => text.Replace("<ClaimsExchanges>", preconditions + "<ClaimsExchanges>", StringComparison.Ordinal));
        Assert.That(call.Preconditions.Single().Skips(claim => ClaimText.Of(Claims.Of(claim))), Is.EqualTo(skipped));
    }

    private static ServiceHosts Hosts => new() { Others = "https://cards.localhost:1" };

    private static JourneyClaims Claims => new(
        new Authentication(Alice, DateTimeOffset.UnixEpoch, BoxTicked: false)
        {
            Claims = ImmutableDictionary<string, object>.Empty.Add("said", "before"),
        },
        new TokenContext("a-policy", "an-id", "a-tenant", "an-app", "a-correlation"));

    private static HttpRequestMessage? Write(Func<string, string> change)
    {
        var call = Call(change);
        var address = Hosts.AddressOf(call.Service.Id, call.Service.ServiceUrl!)!;
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { ["B2C_1A_Name"] = "cards" };
        return ServiceQuestion.Write(new PlayedCall(call, address), Claims, keys);
    }

    private static ServiceCall Call(Func<string, string> change) => ServiceCall.OfJourney(Policy(change)).Single();

    private static CustomPolicy Policy(Func<string, string> change)
    {
        var folder = Path.Combine(Repository.Scenarios, "policies");
        return PolicyReader.Parse(
            change(File.ReadAllText(Path.Combine(folder, "2020-12-loyalty-number.xml"))),
            PolicyReader.Read(Path.Combine(folder, "2020-12-thirty-days.xml")));
    }
}
