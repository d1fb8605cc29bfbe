using KmsiConformance.Reference.AzureAd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.AzureAd;

/// <summary>When Azure AD asks whether to stay signed in, and what the answer does.</summary>
public sealed class QuestionTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Test]
    public async Task The_pages_come_in_the_order_user_name_password_question()
    {
        await using var world = await AzureAdWorld.StartAsync();
        var first = await world.OpenAsync();
        var second = await world.SubmitAsync(first, "#idSIButton9", ("loginfmt", "alice"));
        var third = await world.SubmitAsync(second, "#idSIButton9", ("passwd", "alice-Sesame-1"));
        var answer = await world.AnswerAsync(third, yes: false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Page!.QuerySelector("#i0116[name=loginfmt]"), Is.Not.Null);
            Assert.That(first.Page.QuerySelector("#i0118"), Is.Null);
            Assert.That(second.Page!.QuerySelector("#i0118[name=passwd]"), Is.Not.Null);
            Assert.That(second.Page.QuerySelector("#displayName")!.TextContent, Is.EqualTo("alice"));
            Assert.That(third.Page!.QuerySelector("form[action='/kmsi'] #KmsiCheckboxField[name=DontShowAgain]"), Is.Not.Null);
            Assert.That(third.Page.QuerySelector("#idSIButton9")!.TextContent, Is.EqualTo("Yes"));
            Assert.That(third.Page.QuerySelector("#idBtn_Back")!.TextContent, Is.EqualTo("No"));
            Assert.That(third.Page.QuerySelector("input[name=type]")!.GetAttribute("value"), Is.EqualTo("28"));
            Assert.That(third.Page.Scripts.Single(s => s.Text.Contains("$Config", StringComparison.Ordinal)).Text,
                Does.Contain("\"pgid\":\"KmsiInterrupt\""));
            Assert.That(answer.IsSilent, Is.True);
            Assert.That(answer.Answer["state"], Is.EqualTo("st ate"));
        }
    }

    [Test]
    public async Task Yes_lasts_ninety_days_from_the_last_use()
    {
        await using var world = await AzureAdWorld.StartAsync();
        await world.SignInAsync(yes: true);
        Assert.That((world.Session!.Name, world.Session.ExpiresAt - world.Clock.GetUtcNow()),
            Is.EqualTo(("ESTSAUTHPERSISTENT", (TimeSpan?)(90 * Day))));

        world.Visitor.Cookies.CloseBrowser();
        world.Clock.Move(89 * Day);
        Assert.That((await world.OpenAsync()).IsSilent, Is.True);
        world.Clock.Move(89 * Day);
        Assert.That((await world.OpenAsync()).IsSilent, Is.True, "use counts the ninety days anew");
        var copy = world.Session!;
        world.Clock.Move(90 * Day);
        world.Visitor.Cookies.Keep(copy with { ExpiresAt = null });
        Assert.That((await world.OpenAsync()).IsSilent, Is.False, "unused for ninety days, the service forgets it too");
    }

    [Test]
    public async Task No_lasts_a_day_from_the_last_use_and_ends_with_the_browser()
    {
        await using var world = await AzureAdWorld.StartAsync();
        await world.SignInAsync(yes: false);
        Assert.That((world.Session!.Name, world.Session.ExpiresAt), Is.EqualTo(("ESTSAUTH", (DateTimeOffset?)null)));

        world.Clock.Move(TimeSpan.FromHours(23));
        Assert.That((await world.OpenAsync()).IsSilent, Is.True);
        world.Clock.Move(TimeSpan.FromHours(23));
        Assert.That((await world.OpenAsync()).IsSilent, Is.True);
        world.Clock.Move(TimeSpan.FromHours(24));
        Assert.That((await world.OpenAsync()).Marker, Is.EqualTo("user-name"));

        await world.SignInAsync(yes: false);
        world.Visitor.Cookies.CloseBrowser();
        Assert.That((await world.OpenAsync()).Marker, Is.EqualTo("user-name"));
    }

    [TestCase("0")]
    [TestCase("3")]
    [TestCase("")]
    public async Task Only_the_option_1_means_yes(string option)
    {
        await using var world = await AzureAdWorld.StartAsync();
        var question = await world.AuthenticateAsync();
        await world.SubmitAsync(question, "#none", ("LoginOptions", option));
        Assert.That(world.Session!.Name, Is.EqualTo("ESTSAUTH"));
    }

    private static IEnumerable<TestCaseData> Absences =>
    [
        new TestCaseData(AzureAdWorld.With("alice", new AzureAdUser(IsGuest: true))).SetArgDisplayNames("guest"),
        new TestCaseData(AzureAdWorld.With("alice", new AzureAdUser(HasHighUserRisk: true))).SetArgDisplayNames("user risk"),
        new TestCaseData(AzureAdWorld.With("alice", new AzureAdUser(HasRiskySignIn: true))).SetArgDisplayNames("sign-in risk"),
        new TestCaseData(AzureAdWorld.With("alice", new AzureAdUser(OnSharedDevice: true))).SetArgDisplayNames("shared device"),
        new TestCaseData(AzureAdWorld.With("alice", new AzureAdUser(SignsInBy: AzureAdSignInMethod.SeamlessSso)))
            .SetArgDisplayNames("seamless"),
        new TestCaseData(new AzureAdSettings { ShowsOptionToRemainSignedIn = false }).SetArgDisplayNames("hidden option"),
    ];

    [TestCaseSource(nameof(Absences))]
    public async Task Who_is_not_asked_is_signed_in_until_the_browser_closes(AzureAdSettings settings)
    {
        await using var world = await AzureAdWorld.StartAsync(settings);
        var answer = await world.AuthenticateAsync();
        Assert.That(answer.IsSilent, Is.True);
        Assert.That(world.Session!.ExpiresAt, Is.Null);
    }

    [TestCase(PersistentBrowserSession.Always, true, true)]
    [TestCase(PersistentBrowserSession.Never, true, false)]
    [TestCase(PersistentBrowserSession.Always, false, true)]
    public async Task Conditional_access_decides_for_its_users_whatever_the_branding_says(
        PersistentBrowserSession decided, bool option, bool persists)
    {
        await using var world = await AzureAdWorld.StartAsync(new AzureAdSettings
        {
            ShowsOptionToRemainSignedIn = option,
            PersistentBrowserSessions = new Dictionary<string, PersistentBrowserSession>(StringComparer.OrdinalIgnoreCase)
            {
                ["alice"] = decided,
            },
        });
        var answer = await world.AuthenticateAsync();
        Assert.That(answer.IsSilent, Is.True);
        Assert.That(world.Session!.ExpiresAt is not null, Is.EqualTo(persists));

        world.Visitor.Cookies.CloseBrowser();
        await world.Visitor.OpenAsync($"{world.Path}/oauth2/v2.0/logout");
        Assert.That((await world.AuthenticateAsync("bob")).Marker, Is.EqualTo(option ? "stay-signed-in" : null), "bob is somebody else");
    }

    [Test]
    public async Task An_answer_for_good_holds_for_its_user_in_its_browser()
    {
        await using var world = await AzureAdWorld.StartAsync();
        await world.SignInAsync(yes: true, forGood: true);
        await world.Visitor.OpenAsync($"{world.Path}/oauth2/v2.0/logout");
        Assert.That(world.Session, Is.Null);

        Assert.That((await world.AuthenticateAsync()).IsSilent, Is.True, "not asked again");
        Assert.That(world.Session!.Name, Is.EqualTo("ESTSAUTHPERSISTENT"), "and yes it stays");
        Assert.That((await world.AuthenticateAsync("bob", more: "&prompt=login")).Marker, Is.EqualTo("stay-signed-in"));

        world.Visitor.Cookies.Clear();
        Assert.That((await world.AuthenticateAsync()).Marker, Is.EqualTo("stay-signed-in"), "another browser");
    }

    [Test]
    public async Task Two_users_can_answer_for_good_in_one_browser()
    {
        await using var world = await AzureAdWorld.StartAsync();
        await world.SignInAsync(yes: true, forGood: true);
        await world.Visitor.OpenAsync($"{world.Path}/oauth2/v2.0/logout");
        await world.SignInAsync(yes: false, user: "bob", forGood: true);
        await world.Visitor.OpenAsync($"{world.Path}/oauth2/v2.0/logout");

        await world.AuthenticateAsync("bob");
        Assert.That(world.Session!.ExpiresAt, Is.Null);
        await world.Visitor.OpenAsync($"{world.Path}/oauth2/v2.0/logout");
        await world.AuthenticateAsync();
        Assert.That(world.Session!.ExpiresAt, Is.Not.Null);
    }

    [Test]
    public async Task Consent_comes_once_and_takes_the_place_of_the_question()
    {
        await using var world = await AzureAdWorld.StartAsync(new AzureAdSettings { AppsThatNeedConsent = [AzureAdWorld.Groceries] });
        var consent = await world.AuthenticateAsync();
        Assert.That(consent.Marker, Is.EqualTo("consent"));
        Assert.That((await world.SubmitAsync(consent, "#idSIButton9")).IsSilent, Is.True);
        Assert.That((await world.OpenAsync()).IsSilent, Is.True, "given once");
        Assert.That((await world.AuthenticateAsync(more: "&prompt=login")).Marker, Is.EqualTo("stay-signed-in"));
    }

    [Test]
    public async Task Refused_consent_gives_an_error_and_no_session()
    {
        await using var world = await AzureAdWorld.StartAsync(new AzureAdSettings { AppsThatNeedConsent = [AzureAdWorld.Groceries] });
        var refused = await world.SubmitAsync(await world.AuthenticateAsync(), "#idBtn_Back");
        Assert.That(refused.Answer["error"], Is.EqualTo("access_denied"));
        Assert.That(refused.Answer["error_description"], Does.StartWith("AADSTS65004"));
        Assert.That(world.Session, Is.Null);
    }
}
