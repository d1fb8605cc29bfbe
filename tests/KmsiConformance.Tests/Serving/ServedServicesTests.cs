using System.Text.Json;
using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Serving;
using KmsiConformance.Tests.Reference;
using KmsiConformance.Tests.Reference.B2c;
using KmsiConformance.Tests.Suite;
using KmsiConformance.ThirdParties;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving;

/// <summary>A policy whose services live elsewhere is served as it is: the stubs answer in their place.</summary>
internal sealed class ServedServicesTests
{
    private const string Mine = "https://mine.localhost/signin";
    private const string SessionProfile = """
        <TechnicalProfile Id="SM-Loyalty">
          <DisplayName>Loyalty cards in the session</DisplayName>
          <Protocol Name="Proprietary" Handler="Web.TPEngine.SSO.DefaultSSOSessionProvider, Web.TPEngine" />
          <PersistedClaims><PersistedClaim ClaimTypeReferenceId="loyaltyNumber" /></PersistedClaims>
        </TechnicalProfile>
        """;

    [Test]
    public async Task What_the_service_says_is_a_claim_of_the_id_token()
    {
        await using var served = await ServeAsync(Policy("loyalty-number"), Answers("/api/number", 200, """{ "number": "4711" }"""));
        var claims = Claims(await SignInAsync(served));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(claims.GetProperty("loyalty_number").GetString(), Is.EqualTo("4711"));
            Assert.That(served.Service.Stubs!.NeverAsked, Is.Empty);
        }
    }

    [Test]
    public async Task A_refusal_is_shown_on_the_sign_in_page_and_no_session_begins()
    {
        await using var served = await ServeAsync(
            Policy("loyalty-status"), Answers("/api/status", 409, """{ "status": 409, "userMessage": "Your card has expired." }"""));
        var page = await OpenAsync(served);
        var typed = await served.Visitor.TypeAsync(served.Service.Login.Origin, page, "alice", "alice-Sesame-1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(typed.GetProperty("status").GetString(), Is.EqualTo("400"));
            Assert.That(typed.GetProperty("message").GetString(), Is.EqualTo("Your card has expired."));
        }

        var forced = await served.Visitor.ConfirmAsync(served.Service.Login.Origin, page, tick: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(forced.Answer["error"], Is.EqualTo("server_error"));
            Assert.That((await OpenAsync(served)).AsksForCredentials, "a session began although the service said no");
        }
    }

    [Test]
    public async Task A_service_that_fails_is_spoken_for_by_the_policy()
    {
        await using var served = await ServeAsync(Policy("loyalty-status"), Answers("/api/status", 500, "{}"));
        var typed = await served.Visitor.TypeAsync(served.Service.Login.Origin, await OpenAsync(served), "alice", "alice-Sesame-1");
        Assert.That(typed.GetProperty("message").GetString(), Is.EqualTo("Customers cannot be looked up now."));
    }

    [Test]
    public async Task A_service_that_is_not_there_is_spoken_for_by_the_policy()
    {
        var nowhere = Policy("loyalty-status", text => text.Replace(
            "https://loyalty.example.com/", "https://localhost:1/", StringComparison.Ordinal));
        await using var served = await ServeAsync(nowhere);
        var typed = await served.Visitor.TypeAsync(served.Service.Login.Origin, await OpenAsync(served), "alice", "alice-Sesame-1");
        Assert.That(typed.GetProperty("message").GetString(), Is.EqualTo("Customers cannot be looked up now."));
    }

    [TestCase("ContinueOnError=\"true\"", null)]
    [TestCase("ContinueOnError=\"false\"", "signs-in-despite-a-refusal")]
    public async Task A_refusal_counts_for_nothing_where_the_policy_or_a_fault_says_so(string written, string? fault)
    {
        var policy = Policy("loyalty-status", text => text.Replace(
            "ContinueOnError=\"false\"", written + " ContinueOnSuccess=\"true\"", StringComparison.Ordinal));
        await using var served = await ServeAsync(policy, fault, Answers("/api/status", 409, "{}"));
        Assert.That((await SignInAsync(served)).IsSilent);
    }

    [Test]
    public async Task A_password_that_is_wrong_asks_no_service()
    {
        await using var served = await ServeAsync(Policy("loyalty-status"), Answers("/api/status", 200, "{}"));
        await served.Visitor.TypeAsync(served.Service.Login.Origin, await OpenAsync(served), "alice", "wrong");
        Assert.That(served.Service.Stubs!.NeverAsked, Is.Not.Empty);
    }

    [Test]
    public async Task A_step_that_fails_tells_the_application_and_begins_no_session()
    {
        await using var served = await ServeAsync(
            Policy("loyalty-number"), Answers("/api/number", 409, """{ "userMessage": "No card." }"""));
        var refused = await SignInAsync(served);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Answer["error"], Is.EqualTo("server_error"));
            Assert.That(
                refused.Answer["error_description"],
                Does.StartWith("AADB2C90075: ").And.Contain("REST-LoyaltyNumber").And.Contain("No card."));
            Assert.That((await OpenAsync(served)).AsksForCredentials, "a session began although the journey failed");
        }
    }

    [Test]
    public async Task A_silent_sign_in_asks_the_service_again()
    {
        await using var served = await ServeAsync(Policy("loyalty-number"), CountsTo2);
        await SignInAsync(served);
        Assert.That(Claims(await OpenAsync(served)).GetProperty("loyalty_number").GetString(), Is.EqualTo("second"));
    }

    [Test]
    public async Task What_a_session_remembers_is_not_asked_again_until_credentials_are_given_anew()
    {
        var remembering = Policy("loyalty-number", text => text
            .Replace("ReferenceId=\"SM-Noop\"", "ReferenceId=\"SM-Loyalty\"", StringComparison.Ordinal)
            .Replace("<TechnicalProfile Id=\"REST-", SessionProfile + "<TechnicalProfile Id=\"REST-", StringComparison.Ordinal));
        await using var served = await ServeAsync(remembering, CountsTo2);
        await SignInAsync(served);
        Assert.That(Claims(await OpenAsync(served)).GetProperty("loyalty_number").GetString(), Is.EqualTo("first"));
        Assert.That(Claims(await SignInAsync(served, "&prompt=login")).GetProperty("loyalty_number").GetString(), Is.EqualTo("second"));
    }

    [Test]
    public async Task The_page_asks_no_more_in_a_session_that_remembers_what_was_said()
    {
        await using var served = await ServeAsync(
            Policy("loyalty-status"), Answers("/api/status", 200, """{ "status": "gold" }""", times: 1));
        Assert.That(Claims(await SignInAsync(served)).GetProperty("loyalty_status").GetString(), Is.EqualTo("gold"));
        Assert.That(Claims(await OpenAsync(served)).GetProperty("loyalty_status").GetString(), Is.EqualTo("gold"));
    }

    [Test]
    public async Task Without_stubs_the_call_is_named_and_not_made()
    {
        await using var served = await ServeAsync(Policy("loyalty-number"));
        var parts = UnsupportedParts.Of(served.Service.Options.Policies[0], KnownProfiles.Default, served.Service.Services);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                parts.Select(part => part.What),
                Has.One.Contains("REST-LoyaltyNumber").And.One.Contains("https://loyalty.example.com/api/number")
                    .And.One.Contains("--stubs DIR"));
            Assert.That(Claims(await SignInAsync(served)).TryGetProperty("loyalty_number", out _), Is.False);
        }
    }

    private static Script CountsTo2 => new("counts.json", """
        [
          { "Title": "First", "Scenario": "n", "SetStateTo": "one", "Request": { "Path": "/api/number", "Methods": ["POST"] },
            "Response": { "StatusCode": 200, "BodyAsJson": { "number": "first" } } },
          { "Title": "Second", "Scenario": "n", "WhenStateIs": "one", "SetStateTo": "two", "Request": { "Path": "/api/number", "Methods": ["POST"] },
            "Response": { "StatusCode": 200, "BodyAsJson": { "number": "second" } } }
        ]
        """);

    private static Script Answers(string path, int status, string body, int times = 0) => new("answers.json", $$"""
        [ { "Title": "Answer", {{(times == 0 ? "" : "\"Scenario\": \"once\", \"SetStateTo\": \"over\",")}} "Request": { "Path": "{{path}}", "Methods": ["POST"] },
            "Response": { "StatusCode": {{status}}, "BodyAsJson": {{body}} } } ]
        """);

    private static CustomPolicy Policy(string name, Func<string, string>? change = null)
    {
        var folder = Path.Combine(Repository.Scenarios, "policies");
        var written = File.ReadAllText(Path.Combine(folder, $"2020-12-{name}.xml"));
        var changed = change is null ? written : change(written);
        if (change is not null) Assert.That(changed, Is.Not.EqualTo(written));
        return PolicyReader.Parse(changed, PolicyReader.Read(Path.Combine(folder, "2020-12-thirty-days.xml")));
    }

    private static Task<Served> ServeAsync(CustomPolicy policy, params Script[] stubs) => ServeAsync(policy, null, stubs);

    private static Task<Served> ServeAsync(CustomPolicy policy, string? fault, params Script[] stubs) => Served.StartAsync(
        new ServeOptions
        {
            Readings = KnownProfiles.Default, Policies = [policy], Faults = fault is null ? [] : [fault],
            RedirectUris = [Mine], Stubs = stubs,
        });

    private static Task<Reply> OpenAsync(Served served, string more = "") => served.Visitor.OpenAsync(
        $"{served.Service.Login.Authorize(served.Service.Options.Policies[0].PolicyId)}"
        + "?client_id=app&response_type=id_token&scope=openid&nonce=n"
        + $"&redirect_uri={Uri.EscapeDataString(Mine)}{more}");

    private static async Task<Reply> SignInAsync(Served served, string more = "")
    {
        var page = await OpenAsync(served, more);
        await served.Visitor.TypeAsync(served.Service.Login.Origin, page, "alice", "alice-Sesame-1");
        return await served.Visitor.ConfirmAsync(served.Service.Login.Origin, page, tick: false);
    }

    private static JsonElement Claims(Reply answer) => B2cWorld.Claims(answer.Answer["id_token"]);
}
