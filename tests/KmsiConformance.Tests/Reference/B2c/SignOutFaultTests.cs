using KmsiConformance.Apps;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>Every fault of sign-out, seen from outside: the same request to a service without and with the fault.</summary>
public sealed class SignOutFaultTests
{
    private const string Registered = "https://groceries.localhost/signin";
    private const string Stranger = "https://evil.localhost/signin";

    private static readonly IReadOnlyList<AppRegistration> Apps =
    [
        new(B2cWorld.Groceries, "Groceries", [Registered], "https://groceries.localhost/bye", "grocer's secret"),
        new(B2cWorld.Pharmacy, "Pharmacy", ["https://pharmacy.localhost/signin"], "https://pharmacy.localhost/bye"),
        new("bakery", "Bakery", ["https://bakery.localhost/signin"], "https://bakery.localhost/bye"),
    ];

    // With a demand for a hint, and a good one: only the address is at fault.
    private static readonly (string Fault, string Address)[] Addresses =
    [
        ("matches-address-by-its-beginning", Registered + "-elsewhere"),
        ("matches-address-in-any-case", "https://groceries.localhost/SignIn"),
        ("matches-address-without-query", Registered + "?x"),
        ("matches-address-without-fragment", Registered + "#x"),
        ("matches-address-without-slash", Registered + "/"),
        ("matches-address-decoded", "https://groceries.localhost/sign%69n"),
        ("matches-address-normalised", "https://groceries.localhost/x/../signin"),
        ("matches-origin-by-its-beginning", "https://groceries.localhost@evil.localhost/signin"),
        ("matches-host-by-its-beginning", "https://groceries.localhost.evil.localhost/signin"),
        ("matches-text-behind-the-at-sign", @"https://evil.localhost\@groceries.localhost/signin"),
        ("accepts-address-of-any-app", "https://pharmacy.localhost/signin"),
        ("follows-scheme-relative-address", "//evil.localhost/signin"),
        ("sends-refused-sign-out-on", Stranger),
    ];

    // Without a demand for a hint.
    private static readonly (string Fault, string Address, string Right, string Wrong)[] Unenforced =
    [
        ("follows-scripts", "javascript:alert(1)", "error", "signing-out"),
        ("follows-documents", "data:text/html,x", "error", "signing-out"),
        ("follows-scheme-relative-address", "//evil.localhost/signin", "error", "signing-out"),
        ("follows-registered-addresses-only", Stranger, "signing-out", "error"),
    ];

    private static readonly (string Fault, string State)[] States =
    [
        ("drops-state-at-sign-out", Registered), ("repeats-state-at-sign-out", $"{Registered}?state=a%26b&state=a%26b"),
        ("garbles-state-at-sign-out", $"{Registered}?state=a&b"),
    ];

    private static readonly (string Fault, string Hint, string Right, string Wrong)[] Hints =
    [
        ("believes-tampered-hint", "tampered", "error", "signing-out"),
        ("believes-unsigned-hint", "unsigned", "error", "signing-out"),
        ("believes-hint-of-another-tenant", "foreign", "error", "signing-out"),
        ("believes-hint-of-another-app", "other-app", "error", "signing-out"),
        ("refuses-expired-hint", "expired", "signing-out", "error"),
    ];

    // Groceries with a password, the pharmacy silently, both again with a password; then groceries signs out.
    private static readonly (string Fault, string Wrong)[] Notifications =
    [
        ("tells-nobody", ""), ("tells-apps-twice", "pharmacy pharmacy"), ("tells-apps-never-visited", "pharmacy bakery"),
        ("skips-an-app", ""), ("tells-the-app-that-asked", "groceries pharmacy"), ("tells-another-app-instead", "bakery"),
        ("tells-by-post", "login"), ("tells-too-late", ""), ("forgets-silent-sign-ins", ""), ("forgets-apps-when-asked-again", ""),
    ];

    /// <summary>The faults whose stories are told here.</summary>
    internal static IEnumerable<string> Told =>
    [
        .. Addresses.Select(row => row.Fault), .. Unenforced.Select(row => row.Fault), .. States.Select(row => row.Fault),
        .. Hints.Select(row => row.Fault),
        .. Notifications.Select(row => row.Fault), "tells-apps-at-sign-in", "remembers-apps-undeclared", "refuses-to-sign-out-twice",
        "signs-out-of-all-applications", "signs-out-of-some-application", "refuses-sign-out-without-address",
    ];

    [TestCaseSource(nameof(Addresses))]
    public Task An_address_is_followed_by_that_fault_only((string Fault, string Address) row) =>
        CompareAsync(row.Fault, "error", "signing-out",
            async world => (await SignOutAsync(world, row.Address, await HintAsync(world))).Marker, enforced: true);

    [TestCaseSource(nameof(Unenforced))]
    public Task Without_a_required_hint((string Fault, string Address, string Right, string Wrong) row) =>
        CompareAsync(row.Fault, row.Right, row.Wrong, async world => (await SignOutAsync(world, row.Address, null)).Marker);

    [TestCaseSource(nameof(States))]
    public Task The_state_comes_back_otherwise((string Fault, string Address) row) => CompareAsync(
        row.Fault, $"{Registered}?state=a%26b", row.Address,
        async world => (await SignOutAsync(world, Registered, null, "&state=a%26b")).Page!
            .QuerySelector("#continue")!.GetAttribute("href"));

    [TestCaseSource(nameof(Hints))]
    public Task A_hint_is_believed((string Fault, string Hint, string Right, string Wrong) row) => CompareAsync(
        row.Fault, row.Right, row.Wrong,
        async world =>
        {
            var hint = await MadeHintAsync(world, row.Hint);
            return (await SignOutAsync(world, Registered, hint, $"&client_id={B2cWorld.Groceries}")).Marker;
        },
        enforced: true);

    [TestCaseSource(nameof(Notifications))]
    public Task Others_are_told((string Fault, string Wrong) row) => CompareAsync(row.Fault, "pharmacy", row.Wrong, async world =>
    {
        await world.SignInAsync();
        await world.OpenAsync(B2cWorld.Pharmacy);
        await world.SignInAsync(more: "&prompt=login");
        return Frames(await SignOutAsync(world, Registered, null, $"&client_id={B2cWorld.Groceries}"));
    });

    [Test]
    public async Task Undeclared_issuers_remember_apps_by_that_fault_only()
    {
        var policy = B2cWorld.Written(B2cWorld.SevenDays, issuer: IssuerDeclaration.NoProtocol);
        await using var faulty = await B2cWorld.StartAsync([policy], fault: "remembers-apps-undeclared", apps: Apps);
        await faulty.SignInAsync();
        await faulty.OpenAsync(B2cWorld.Pharmacy);
        Assert.That(Frames(await SignOutAsync(faulty, Registered, null, $"&client_id={B2cWorld.Groceries}")), Is.EqualTo("pharmacy"));
    }

    [Test]
    public Task A_sign_in_page_tells_others_by_that_fault_only() =>
        CompareAsync("tells-apps-at-sign-in", "sign-in: ", "sign-in: groceries", async world =>
    {
        await world.SignInAsync();
        var page = await world.OpenAsync(B2cWorld.Pharmacy, more: "&prompt=login");
        return $"{page.Marker}: {Frames(page)}";
    });

    [Test]
    public Task A_second_sign_out_is_refused_by_that_fault_only() =>
        CompareAsync("refuses-to-sign-out-twice", "signing-out signing-out", "signing-out error", async world =>
    {
        await world.SignInAsync();
        return $"{(await SignOutAsync(world, Registered, null)).Marker} {(await SignOutAsync(world, Registered, null)).Marker}";
    });

    [Test]
    public Task Other_applications_are_signed_out_by_that_fault_only() =>
        CompareAsync("signs-out-of-all-applications", "prompt silent", "prompt prompt", async world =>
    {
        await world.SignInAsync();
        await world.SignInAsync(app: B2cWorld.Pharmacy);
        await SignOutAsync(world, Registered, null, $"&client_id={B2cWorld.Groceries}");
        return $"{Outcome(await world.OpenAsync())} {Outcome(await world.OpenAsync(B2cWorld.Pharmacy))}";
    }, scope: SsoScope.Application);

    [Test]
    public Task A_sign_out_that_names_no_application_ends_a_session_by_that_fault_only() =>
        CompareAsync("signs-out-of-some-application", "silent", "prompt", async world =>
    {
        await world.SignInAsync();
        await SignOutAsync(world, Registered, null);
        return Outcome(await world.OpenAsync());
    }, scope: SsoScope.Application);

    [Test]
    public Task A_sign_out_without_an_address_is_refused_by_that_fault_only() =>
        CompareAsync("refuses-sign-out-without-address", "signed-out prompt", "error silent", async world =>
    {
        await world.SignInAsync();
        return $"{(await world.Visitor.OpenAsync(world.Server.Logout(B2cWorld.Policy))).Marker} {Outcome(await world.OpenAsync())}";
    });

    private static async Task CompareAsync(
        string fault, string right, string wrong, Func<B2cWorld, Task<string?>> observe, bool enforced = false,
        SsoScope scope = SsoScope.Tenant)
    {
        CustomPolicy[] policies = [B2cWorld.Written(B2cWorld.SevenDays with { EnforceIdTokenHintOnLogout = enforced, Scope = scope })];
        await using var sound = await B2cWorld.StartAsync(policies, apps: Apps);
        await using var faulty = await B2cWorld.StartAsync(policies, fault: fault, apps: Apps);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await observe(sound), Is.EqualTo(right), "without the fault");
            Assert.That(await observe(faulty), Is.EqualTo(wrong), "with the fault");
        }
    }

    private static async Task<string> HintAsync(B2cWorld world, string app = B2cWorld.Groceries) =>
        (await world.RedeemAsync((await world.OpenAsync(app) is { IsSilent: true } silent
            ? silent
            : await world.SignInAsync(app: app)).Answer["code"], app)).GetProperty("id_token").GetString()!;

    private static async Task<string> MadeHintAsync(B2cWorld world, string kind)
    {
        var own = await HintAsync(world);
        if (kind == "expired") world.Clock.Move(TimeSpan.FromHours(2));
        return kind switch
        {
            "tampered" => IdTokenHints.Tampered(own),
            "unsigned" => IdTokenHints.Unsigned(own),
            "foreign" => IdTokenHints.OfAnotherTenant(own),
            "other-app" => await HintAsync(world, B2cWorld.Pharmacy),
            _ => own,
        };
    }

    private static Task<Reply> SignOutAsync(B2cWorld world, string address, string? hint, string more = "") => world.Visitor.OpenAsync(
        $"{world.Server.Logout(B2cWorld.Policy)}?post_logout_redirect_uri={Uri.EscapeDataString(address)}"
        + $"{(hint is null ? "" : $"&id_token_hint={hint}")}{more}");

    private static string Frames(Reply page) =>
        string.Join(' ', page.Page!.QuerySelectorAll("iframe").Select(frame => new Uri(frame.GetAttribute("src")!).Host.Split('.')[0]));

    private static string Outcome(Reply reply) => reply.IsSilent ? "silent" : reply.AsksForCredentials ? "prompt" : "unknown";
}
