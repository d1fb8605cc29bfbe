using System.Net;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Accounts;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

public sealed class SecondFactorTests
{
    private const string Plain = "B2C_1A_plain";

    private static readonly SessionSettings PolicyScope = B2cWorld.SevenDays with { Scope = SsoScope.Policy };

    [Test]
    public async Task The_code_is_asked_for_after_the_password_and_only_then_comes_the_answer()
    {
        await using var world = await StartAsync();
        var asked = await world.SignInAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Marker, Is.EqualTo("second-factor"));
            Assert.That(world.Visitor.Cookies.Sso, Is.Null, "no session before the code");
            Assert.That((await GiveAsync(world, asked)).IsSilent, Is.True);
            Assert.That(world.Visitor.Cookies.Sso, Is.Not.Null);
        }
    }

    [Test]
    public async Task Another_app_of_the_policy_is_not_asked_again_while_the_session_lives()
    {
        await using var world = await StartAsync();
        await GiveAsync(world, await world.SignInAsync());
        Assert.That((await world.OpenAsync(B2cWorld.Pharmacy)).IsSilent, Is.True);

        world.Clock.Move(TimeSpan.FromMinutes(21));
        Assert.That((await world.OpenAsync(B2cWorld.Pharmacy)).AsksForCredentials, Is.True, "a session that has ended remembers nothing");
    }

    [Test]
    public async Task A_session_without_the_factor_is_asked_for_the_factor_only()
    {
        await using var world = await B2cWorld.StartAsync([Policy(B2cWorld.SevenDays), B2cWorld.Written(B2cWorld.SevenDays, id: Plain)]);
        await world.SignInAsync(policy: Plain);
        var asked = await world.OpenAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Marker, Is.EqualTo("second-factor"));
            Assert.That((await GiveAsync(world, asked)).IsSilent, Is.True);
            Assert.That((await world.OpenAsync()).IsSilent, Is.True);
        }
    }

    [TestCase(null, "second-factor")]
    [TestCase("asks-for-the-password-too", "sign-in")]
    public async Task A_session_without_the_factor_is_asked_for_the_password_by_that_fault_only(string? fault, string page)
    {
        await using var world = await B2cWorld.StartAsync([Policy(B2cWorld.SevenDays), B2cWorld.Written(B2cWorld.SevenDays, id: Plain)],
            fault: fault);
        await world.SignInAsync(policy: Plain);
        Assert.That((await world.OpenAsync()).Marker, Is.EqualTo(page));
    }

    [TestCase(null, null)]
    [TestCase("asks-for-an-unwanted-second-factor", "second-factor")]
    public async Task A_policy_without_the_step_asks_for_the_factor_by_that_fault_only(string? fault, string? page)
    {
        await using var world = await B2cWorld.StartAsync([B2cWorld.Written(B2cWorld.SevenDays, id: Plain)], fault: fault);
        Assert.That((await world.SignInAsync(policy: Plain)).Marker, Is.EqualTo(page));
    }

    [Test]
    public async Task A_factor_given_after_the_session_ended_does_not_bring_it_back()
    {
        await using var world = await B2cWorld.StartAsync([Policy(B2cWorld.SevenDays), B2cWorld.Written(B2cWorld.SevenDays, id: Plain)]);
        await world.SignInAsync(policy: Plain);
        var asked = await world.OpenAsync();
        world.Clock.Move(TimeSpan.FromMinutes(21));
        Assert.That((await GiveAsync(world, asked)).AsksForCredentials, Is.True);
    }

    [Test]
    public async Task Without_a_page_there_is_no_way_past_it()
    {
        await using var world = await B2cWorld.StartAsync([Policy(B2cWorld.SevenDays), B2cWorld.Written(B2cWorld.SevenDays, id: Plain)]);
        await world.SignInAsync(policy: Plain);
        Assert.That((await world.OpenAsync(more: "&prompt=none")).Answer["error"], Is.EqualTo("interaction_required"));
    }

    [Test]
    public async Task A_step_without_session_management_asks_every_time()
    {
        var text = PolicyWriter.Write(PolicyScope, B2cWorld.Policy, "kmsidemo.onmicrosoft.com", true,
            KnownProfiles.Readings(B2cProfile.December2020), secondFactor: true);
        await using var world = await B2cWorld.StartAsync(
            [PolicyReader.Parse(text.Replace("DefaultSSOSessionProvider", "NoopSSOSessionProvider", StringComparison.Ordinal))]);
        await GiveAsync(world, await world.SignInAsync());
        Assert.That((await world.OpenAsync(B2cWorld.Pharmacy)).Marker, Is.EqualTo("second-factor"));
    }

    [TestCase("000000")]
    [TestCase("")]
    [TestCase("<b>1</b>")]
    public async Task A_wrong_code_is_told_and_gives_nothing(string code)
    {
        await using var world = await StartAsync();
        var again = await GiveAsync(world, await world.SignInAsync(), code);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Marker, Is.EqualTo("second-factor"));
            Assert.That(again.Text, Does.Contain("AADB2C90142"));
            Assert.That(world.Visitor.Cookies.Sso, Is.Null);
        }
    }

    [Test]
    public async Task A_code_works_once_and_guessing_ends_after_three()
    {
        await using var world = await StartAsync();
        await GiveAsync(world, await world.SignInAsync());
        var second = await world.SignInAsync(more: "&prompt=login");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await GiveAsync(world, second)).Marker, Is.EqualTo("second-factor"), "the same half minute, the same code");
            Assert.That((await GiveAsync(world, second, "1")).Marker, Is.EqualTo("second-factor"));
            Assert.That((await GiveAsync(world, second, "2")).Marker, Is.EqualTo("second-factor"));
            Assert.That((await GiveAsync(world, second, "3")).Text, Does.Contain("AADB2C90151"));
            world.Clock.Move(TimeSpan.FromMinutes(1));
            Assert.That((await GiveAsync(world, second)).Text, Does.Contain("AADB2C90046"), "the sign-in is over");
        }
    }

    [Test]
    public async Task Nobody_skips_the_code_by_calling_what_comes_before_or_after_it()
    {
        await using var world = await StartAsync();
        var page = await world.OpenAsync();
        await world.Visitor.TypeAsync(world.Server.Origin, page, "alice", "alice-Sesame-1");
        var asked = await world.Visitor.ConfirmAsync(world.Server.Origin, page, tick: false);
        var twice = await world.Visitor.ConfirmAsync(world.Server.Origin, page, tick: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Marker, Is.EqualTo("second-factor"));
            Assert.That((twice.Status, twice.Marker), Is.EqualTo((HttpStatusCode.BadRequest, "error")));
            Assert.That((await world.OpenAsync()).AsksForCredentials, Is.True);
        }
    }

    [Test]
    public async Task The_code_page_wants_the_browser_and_the_page_that_it_was_made_for()
    {
        await using var world = await StartAsync();
        var asked = await world.SignInAsync();
        var action = Action(world, asked);
        using var stranger = new Visitor(world.Clock);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await stranger.PostAsync(action, ("otpCode", Code(world)))).Marker, Is.EqualTo("error"));
            Assert.That((await world.Visitor.PostAsync(action.Replace("csrf_token=", "csrf_token=x", StringComparison.Ordinal),
                ("otpCode", Code(world)))).Marker, Is.EqualTo("error"));
            Assert.That((await world.Visitor.OpenAsync($"{action}&otpCode={Code(world)}")).Marker, Is.EqualTo("error"),
                "codes do not travel in addresses");
            Assert.That((await GiveAsync(world, asked)).IsSilent, Is.True);
        }
    }

    private static Task<B2cWorld> StartAsync() => B2cWorld.StartAsync([Policy(PolicyScope)]);

    private static CustomPolicy Policy(SessionSettings settings) => B2cWorld.Written(settings, secondFactor: true);

    private static string Code(B2cWorld world) => ReferenceUsers.Standard[0].Authenticator.At(world.Clock.GetUtcNow());

    private static string Action(B2cWorld world, Reply asked) =>
        world.Server.Origin + asked.Page!.QuerySelector("form")!.GetAttribute("action");

    private static Task<Reply> GiveAsync(B2cWorld world, Reply asked, string? code = null) =>
        world.Visitor.PostAsync(Action(world, asked), ("otpCode", code ?? Code(world)));
}
