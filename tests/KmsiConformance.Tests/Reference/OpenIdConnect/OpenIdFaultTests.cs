using System.Collections.Concurrent;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Sites;
using KmsiConformance.Tests.Reference.B2c;
using Microsoft.AspNetCore.Builder;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.OpenIdConnect;

/// <summary>Every fault of the plain provider, seen from outside: the same story, told to a service without and with the fault.</summary>
public sealed class OpenIdFaultTests
{
    private static readonly (
        string Fault, Func<OpenIdWorld, ConcurrentQueue<string>, Task<object?>> Tell, object? Right, object? Wrong)[] Table =
    [
        ("lets-none-have-company", async (world, _) => (await world.OpenAsync(more: "&prompt=none%20login")).Answer["error"],
            "invalid_request", "login_required"),
        ("believes-login-hints", async (world, _) => (await world.OpenAsync(more: "&login_hint=alice")).IsSilent, false, true),
        ("refuses-unknown-acr-values", async (world, _) =>
            (await world.OpenAsync(more: "&prompt=none&acr_values=urn%3Aexample%3Astrong")).Answer["error"],
            "login_required", "unmet_authentication_requirements"),
        ("ignores-max-age", async (world, _) =>
        {
            await world.SignInAsync();
            return (await world.OpenAsync(more: "&max_age=0")).IsSilent;
        }, false, true),
        ("ignores-max-age-of-kept-sessions", async (world, _) =>
        {
            await world.SignInAsync(remember: true);
            world.Clock.Move(TimeSpan.FromMinutes(2));
            return (await world.OpenAsync(more: "&max_age=60")).IsSilent;
        }, false, true),
        ("ignores-max-age-where-nobody-may-be-asked", async (world, _) =>
        {
            await world.SignInAsync();
            world.Clock.Move(TimeSpan.FromMinutes(2));
            return (await world.OpenAsync(more: "&prompt=none&max_age=60")).IsSilent;
        }, false, true),
        ("takes-prompt-for-one-word", async (world, _) =>
        {
            await world.SignInAsync();
            return (await world.OpenAsync(more: "&prompt=login%20consent")).Marker;
        }, "sign-in", "consent"),
        ("asks-consent-only-of-strangers", async (world, _) =>
        {
            await world.SignInAsync();
            return (await world.OpenAsync(more: "&prompt=consent")).IsSilent;
        }, false, true),
        ("ignores-select-account", async (world, _) =>
        {
            await world.SignInAsync();
            return (await world.OpenAsync(more: "&prompt=select_account")).IsSilent;
        }, false, true),
        ("ignores-id-token-hint", async (world, _) =>
        {
            var hint = await world.IdTokenAsync(await world.SignInAsync());
            await world.SignInAsync("bob", more: "&prompt=login");
            return (await world.OpenAsync(more: $"&prompt=none&id_token_hint={hint}")).IsSilent;
        }, false, true),
        ("leaves-out-session-state", async (world, _) => (await world.OpenAsync(more: "&prompt=none")).Answer.ContainsKey("session_state"),
            true, false),
        ("signs-out-unasked", async (world, _) =>
        {
            await world.SignInAsync();
            return (await world.SignOutAsync()).Marker;
        }, "confirm-sign-out", "signed-out"),
        ("takes-hint-of-another-client", async (world, _) =>
        {
            var hint = await world.IdTokenAsync(await world.SignInAsync());
            return (await world.SignOutAsync(hint, more: $"&client_id={OpenIdWorld.Pharmacy}")).Marker == "error";
        }, true, false),
        ("leaves-out-the-initiator", async (world, _) => (await SignedOutAsync(world)).Page!.QuerySelectorAll("iframe").Length, 2, 1),
        ("leaves-out-issuer-and-sid", async (world, _) =>
            (await SignedOutAsync(world)).Page!.QuerySelector("iframe")!.GetAttribute("src")!.Contains("sid=", StringComparison.Ordinal),
            true, false),
        ("sends-no-logout-token", async (world, tokens) => { await SignedOutAsync(world); return tokens.Count; }, 1, 0),
        ("puts-nonce-into-logout-token", async (world, tokens) =>
        {
            await SignedOutAsync(world);
            return B2cWorld.Claims(tokens.First()).TryGetProperty("nonce", out _);
        }, false, true),
        ("leaves-event-out-of-logout-token", async (world, tokens) =>
        {
            await SignedOutAsync(world);
            return B2cWorld.Claims(tokens.First()).TryGetProperty("events", out _);
        }, true, false),
    ];

    private static IEnumerable<TestCaseData> Rows => Table.Select(row => new TestCaseData(row.Fault).SetArgDisplayNames(row.Fault));

    [TestCaseSource(nameof(Rows))]
    public async Task Every_fault_is_seen_from_outside(string fault)
    {
        var row = Table.Single(known => known.Fault == fault);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await TellAsync(null, row.Tell), Is.EqualTo(row.Right), "without the fault");
            Assert.That(await TellAsync(fault, row.Tell), Is.EqualTo(row.Wrong), "with the fault");
        }
    }

    // That they are caught is what the kill matrix proves: nobody here has a history, a second device, or brings something about that
    // happens to an account past the pages.
    private static readonly string[] Untold =
    [
        "keeps-sessions-after-password-change", "ends-this-devices-session-only", "answers-old-requests-again",
        "ends-only-the-cookie-when-confirmed", "believes-hint-of-a-former-session", "takes-the-answer-of-another-session",
        "names-sessions-by-their-user", "checks-hints-only-in-silence", "dates-credentials-by-the-request", "echoes-acr-values",
        "reads-requests-from-the-query-alone", "takes-a-refusal-for-consent", "keeps-a-refusal-to-itself",
        "goes-on-in-the-session-of-another", "stops-telling-at-the-first-failure", "stays-signed-in-after-a-failure",
        "keeps-the-browser-state-at-sign-in", "keeps-the-browser-state-at-sign-out", "changes-the-browser-state-in-silence",
        "loses-the-browser-state-at-renewal", "garbles-query-of-logout-url",
        "lets-apps-outlive-the-session-unasked", "names-users-at-user-info-by-their-name", "takes-id-tokens-at-user-info",
        "notifies-under-another-issuer",
    ];

    [Test]
    public void Every_fault_that_acts_nowhere_else_has_a_story() => Assert.That(
        FaultList.All.Where(fault => fault.ActsUnder(KnownProfiles.Readings(KnownProfiles.OpenIdConnect))
            && !fault.ActsUnder(KnownProfiles.Default)).Select(fault => fault.Name),
        Is.EquivalentTo(Table.Select(row => row.Fault).Concat(Untold)));

    private static async Task<object?> TellAsync(string? fault, Func<OpenIdWorld, ConcurrentQueue<string>, Task<object?>> tell)
    {
        var tokens = new ConcurrentQueue<string>();
        await using var app = await LoopbackServer.StartAsync(TimeProvider.System,
            web => web.Run(async context => tokens.Enqueue((await context.Request.ReadFormAsync())["logout_token"]!)));
        await using var world = await OpenIdWorld.StartAsync(fault, backChannel: $"{app.Origin("pharmacy")}/told");
        return await tell(world, tokens);
    }

    private static async Task<Reply> SignedOutAsync(OpenIdWorld world)
    {
        var hint = await world.IdTokenAsync(await world.SignInAsync());
        await world.OpenAsync(OpenIdWorld.Pharmacy);
        return await world.SignOutAsync(hint);
    }
}
