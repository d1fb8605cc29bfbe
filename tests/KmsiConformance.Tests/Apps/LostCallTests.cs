using System.Net;
using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Apps;

/// <summary>An app's own call that does not come back is no refusal of tokens: nobody knows why it did not.</summary>
internal sealed class LostCallTests
{
    [Test]
    public async Task A_token_endpoint_that_does_not_answer_is_trouble_of_the_harness()
    {
        var seen = await SignInAsync(context => context.LeaveUnansweredAsync());
        Assert.That(seen.OfType<HarnessFault>().Select(fault => fault.Message),
            Is.EqualTo(new[] { "the call that groceries made to [token] did not come back: no answer came in time" }));
        Assert.That(seen.OfType<AppRejectedTokens>(), Is.Empty);
    }

    [Test]
    public async Task A_token_endpoint_that_hangs_up_is_too()
    {
        var seen = await SignInAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        Assert.That(
            seen.OfType<HarnessFault>().Single().Message, Does.StartWith("the call that groceries made to [token] did not come back: "));
        Assert.That(seen.OfType<AppRejectedTokens>(), Is.Empty);
    }

    [Test]
    public async Task A_token_endpoint_that_answers_without_tokens_is_judged()
    {
        var seen = await SignInAsync(context => context.Response.WriteAsJsonAsync(new { error = "server_error" }));
        Assert.That(seen.OfType<HarnessFault>(), Is.Empty);
        Assert.That(seen.OfType<AppRejectedTokens>().Single().Reason, Does.Contain("server_error"));
    }

    private static async Task<IReadOnlyList<Event>> SignInAsync(RequestDelegate token)
    {
        var ledger = new WorldLedger("lost", TimeProvider.System);
        var app = RelyingParty.Of(
            new AppOptions("groceries", "groceries", TimeSpan.FromMinutes(1), Persistent: false, "query"), ledger, TimeProvider.System);
        LoopbackServer sites = null!;
        sites = await LoopbackServer.StartAsync(TimeProvider.System, web =>
        {
            app.Map(web);
            web.MapGet("/metadata", () => new
            {
                issuer = sites.Origin("login"), authorization_endpoint = sites.Origin("login") + "/authorize",
                token_endpoint = sites.Origin("login") + "/token", jwks_uri = sites.Origin("login") + "/keys",
            }).RequireHost("login.localhost:*");
            web.MapPost("/token", token).RequireHost("login.localhost:*");
        });
        await using (sites)
        {
            using var login = new LoginEndpoint(sites.Origin("login") + "/metadata", TimeProvider.System, TimeSpan.FromMilliseconds(500));
            app.Connect(new AppSurroundings(sites.Origin("groceries"), sites.Origin("stranger"), login, login));
            using var handler = LoopbackHttp.CreateHandler();
            using var browser = new HttpClient(handler);
            using var sent = await browser.GetAsync(new Uri(sites.Origin("groceries") + "/"));
            var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(sent.Headers.Location!.Query);
            using var answer = new HttpRequestMessage(
                HttpMethod.Get, new Uri($"{asked["redirect_uri"]}?code=one&state={Uri.EscapeDataString(asked["state"]!)}"));
            answer.Headers.Add("Cookie", sent.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
            using var back = await browser.SendAsync(answer);
            Assert.That(back.StatusCode, Is.Not.EqualTo(HttpStatusCode.InternalServerError));
            return [.. ledger.Since(0).Select(Nameless(sites.Origin("login") + "/token"))];
        }
    }

    // Its port is another each time.
    private static Func<Event, Event> Nameless(string token) => seen => seen is HarnessFault fault
        ? fault with { Message = fault.Message.Replace(token, "[token]", StringComparison.Ordinal) }
        : seen;
}
