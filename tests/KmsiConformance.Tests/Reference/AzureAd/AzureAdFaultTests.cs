using KmsiConformance.Reference.AzureAd;
using KmsiConformance.Reference.Faults;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.AzureAd;

/// <summary>Every fault of Azure AD, seen from outside: the same story, told to a service without and with the fault.</summary>
public sealed class AzureAdFaultTests
{
    private static readonly AzureAdSettings Plain = new();

    private static readonly AzureAdSettings ForBob = new()
    {
        PersistentBrowserSessions = new Dictionary<string, PersistentBrowserSession>(StringComparer.OrdinalIgnoreCase)
        {
            ["bob"] = PersistentBrowserSession.Never,
        },
    };

    private static readonly (string Fault, AzureAdSettings Settings, string Story, string Right, string Wrong)[] Table =
    [
        ("asks-although-hidden", new AzureAdSettings { ShowsOptionToRemainSignedIn = false }, "alice", "unasked", "asked"),
        ("asks-guests", AzureAdWorld.With("alice", new AzureAdUser(IsGuest: true)), "alice", "unasked", "asked"),
        ("asks-risky-users", AzureAdWorld.With("alice", new AzureAdUser(HasHighUserRisk: true)), "alice", "unasked", "asked"),
        ("asks-in-risky-sign-ins", AzureAdWorld.With("alice", new AzureAdUser(HasRiskySignIn: true)), "alice", "unasked", "asked"),
        ("asks-at-shared-devices", AzureAdWorld.With("alice", new AzureAdUser(OnSharedDevice: true)), "alice", "unasked", "asked"),
        ("asks-after-seamless-sso", AzureAdWorld.With("alice", new AzureAdUser(SignsInBy: AzureAdSignInMethod.SeamlessSso)), "alice",
            "unasked", "asked"),
        ("asks-after-windows-sign-in", AzureAdWorld.With("alice", new AzureAdUser(SignsInBy: AzureAdSignInMethod.FederationWithWindows)),
            "alice", "unasked", "asked"),
        ("asks-during-consent", new AzureAdSettings { AppsThatNeedConsent = [AzureAdWorld.Groceries] }, "alice", "unasked", "asked"),
        ("asks-despite-conditional-access", ForBob, "bob", "unasked", "asked"),
        ("applies-conditional-access-to-everybody", ForBob, "alice", "asked", "unasked"),
        ("asks-again-after-an-answer-for-good", Plain, "alice:yes! out alice", "asked unasked", "asked asked"),
        ("never-asks-to-stay-signed-in", Plain, "alice", "asked", "unasked"),
        ("asks-before-the-password-is-checked", Plain, "alice", "asked", "asked-early"),
        ("stays-signed-in-after-no", Plain, "alice:no close open", "asked prompt", "asked silent"),
        ("forgets-yes", Plain, "alice:yes close open", "asked silent", "asked prompt"),
        ("never-extends-stayed-sessions", Plain, "alice:yes wait:60 open wait:60 open", "asked silent silent", "asked silent prompt"),
        ("ends-stayed-sessions-after-a-day", Plain, "alice:yes wait:2 open", "asked silent", "asked prompt"),
        ("logs-no-interrupt", Plain, "alice:leave log", "asked 50140", "asked -"),
        ("delivers-code-before-answer", Plain, "alice:leave", "asked", "asked-with-code"),
    ];

    private static IEnumerable<TestCaseData> Rows => Table.Select(row =>
        new TestCaseData(row.Fault, row.Settings, row.Story, row.Right, row.Wrong).SetArgDisplayNames(row.Fault, row.Story));

    [TestCaseSource(nameof(Rows))]
    public async Task Every_fault_is_seen_from_outside(string fault, AzureAdSettings settings, string story, string right, string wrong)
    {
        await using var sound = await AzureAdWorld.StartAsync(settings);
        await using var faulty = await AzureAdWorld.StartAsync(settings, fault);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await TellAsync(sound, story), Is.EqualTo(right), "without the fault");
            Assert.That(await TellAsync(faulty, story), Is.EqualTo(wrong), "with the fault");
        }
    }

    // That they are caught is what the kill matrix proves: nobody here fills in the page of a federated service, has a second
    // device, or brings something about that happens to an account past the pages.
    private static readonly string[] Untold =
    [
        "forgets-yes-of-federated-users", "keeps-sessions-after-password-change", "ends-this-devices-session-only",
        "admits-closed-accounts-anyway", "remembers-no-as-yes", "consents-for-everybody", "logs-no-success-after-yes",
        "passes-over-consent", "names-sessions-by-their-user", "takes-a-refusal-for-consent", "keeps-a-refusal-to-itself",
        "remembers-a-refusal-as-consent", "chooses-the-account-itself", "keeps-former-passwords-good",
        "notifies-under-another-issuer",
    ];

    [Test]
    public void Every_fault_that_acts_nowhere_else_has_a_story() => Assert.That(
        FaultList.All.Where(fault => fault.ActsUnder(KnownProfiles.Readings(KnownProfiles.AzureAdJune2020))
            && !fault.ActsUnder(KnownProfiles.Default)).Select(fault => fault.Name),
        Is.EquivalentTo(Table.Select(row => row.Fault).Concat(Untold)));

    private static async Task<string> TellAsync(AzureAdWorld world, string story)
    {
        var seen = new List<string>();
        foreach (var word in story.Split(' '))
        {
            switch (word.Split(':'))
            {
                case ["open"]: seen.Add((await world.OpenAsync()).IsSilent ? "silent" : "prompt"); break;
                case ["close"]: world.Visitor.Cookies.CloseBrowser(); break;
                case ["out"]: await world.Visitor.OpenAsync($"{world.Path}/oauth2/v2.0/logout"); break;
                case ["log"]:
                    var codes = (await world.LogAsync()).Select(row => row.Code).DefaultIfEmpty(-1);
                    seen.Add(string.Join(',', codes).Replace("-1", "-", StringComparison.Ordinal));
                    break;
                case ["wait", var days]:
                    world.Clock.Move(TimeSpan.FromDays(int.Parse(days, System.Globalization.CultureInfo.InvariantCulture)));
                    break;
                case [var user, .. var answer]: seen.Add(await SignInAsync(world, user, answer.FirstOrDefault() ?? "no")); break;
            }
        }

        return string.Join(' ', seen);
    }

    // Goes through whatever pages come, and tells when the question was among them.
    private static async Task<string> SignInAsync(AzureAdWorld world, string user, string answer)
    {
        var (asked, checkedPassword) = ("unasked", false);
        var page = await world.OpenAsync();
        while (!page.IsSilent)
        {
            switch (page.Marker)
            {
                case "user-name": page = await world.SubmitAsync(page, "#idSIButton9", ("loginfmt", user)); break;
                case "password":
                    page = await world.SubmitAsync(page, "#idSIButton9", ("passwd", $"{user}-Sesame-1"));
                    checkedPassword = true;
                    break;
                case "consent": page = await world.SubmitAsync(page, "#idSIButton9"); break;
                case "stay-signed-in":
                    var inTime = checkedPassword || page.Page!.QuerySelector("#displayName")!.TextContent.Contains('@');
                    asked = page.Page!.QuerySelector("iframe[src*='code=']") is not null
                        ? "asked-with-code"
                        : inTime ? "asked" : "asked-early";
                    if (answer == "leave") return asked;
                    page = await world.AnswerAsync(page, answer.StartsWith("yes", StringComparison.Ordinal), answer.EndsWith('!'));
                    break;
                case "answer":
                    var fields = page.Answer.Select(field => (field.Key, field.Value));
                    page = await world.Visitor.PostAsync($"{world.Server.Origin}/login.srf", [.. fields]);
                    break;
                case null when page.Location is { } next: page = await world.Visitor.OpenAsync(next.AbsoluteUri); break;
                default: return page.Text;
            }
        }

        return asked;
    }
}
