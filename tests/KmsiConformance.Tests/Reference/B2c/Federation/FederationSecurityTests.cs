using AngleSharp.Html.Dom;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c.Federation;

/// <summary>What somebody with bad intentions tries on the way to an identity provider and back.</summary>
internal sealed class FederationSecurityTests
{
    private const string ErrorPage = "error";

    /// <summary>The answer of the provider on its way back, stopped before the login endpoint sees it.</summary>
    private static async Task<(string Address, Dictionary<string, string> Fields)> AnswerAsync(
        FederatedWorld world, Traveller who, string user = "alice")
    {
        var page = await who.FollowAsync(await world.LeaveForAsync(who: who));
        var answer = page.Marker == "provider-sign-in"
            ? await who.SendAsync(page, (IHtmlFormElement)page.Page!.QuerySelector("#provider-form")!, ("user", user),
                ("password", $"{user}-at-contoso-1"), ("action", "sign-in"))
            : page;
        var form = answer.Page!.QuerySelector("form#auto")!;
        return (form.GetAttribute("action")!,
            form.QuerySelectorAll("input").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!));
    }

    [Test]
    public async Task An_answer_is_of_no_use_in_another_browser_and_stays_good_in_its_own()
    {
        await using var world = await FederatedWorld.StartAsync();
        var (address, fields) = await AnswerAsync(world, world.Alice);
        using var mallory = new Traveller(world.Clock);
        Assert.That((await mallory.GoAsync(address, fields)).Marker, Is.EqualTo(ErrorPage));
        Assert.That((await world.Alice.FollowAsync(await world.Alice.GoAsync(address, fields))).Given("code"), Is.Not.Null);
    }

    [Test]
    public async Task An_answer_is_good_once()
    {
        await using var world = await FederatedWorld.StartAsync();
        var (address, fields) = await AnswerAsync(world, world.Alice);
        await world.Alice.GoAsync(address, fields);
        Assert.That((await world.Alice.GoAsync(address, fields)).Marker, Is.EqualTo(ErrorPage));
    }

    [Test]
    public async Task An_answer_without_a_state_or_with_a_made_up_one_leads_to_an_error_page()
    {
        await using var world = await FederatedWorld.StartAsync();
        var (address, fields) = await AnswerAsync(world, world.Alice);
        Assert.That((await world.Alice.GoAsync(address, fields.Where(field => field.Key != "state"))).Marker, Is.EqualTo(ErrorPage));
        fields["state"] = "made-up";
        Assert.That((await world.Alice.GoAsync(address, fields)).Marker, Is.EqualTo(ErrorPage));
    }

    [Test]
    public async Task An_answer_in_the_name_of_another_provider_is_refused()
    {
        await using var world = await FederatedWorld.StartAsync(providers: [("contoso", FederatedWorld.Standard()),
            ("fabrikam", FederatedWorld.Standard())]);
        var (address, fields) = await AnswerAsync(world, world.Alice);
        fields["iss"] = world.Providers["fabrikam"].Origin;
        var back = await world.Alice.FollowAsync(await world.Alice.GoAsync(address, fields));
        Assert.That(back.Given("error"), Is.EqualTo("server_error"));
        Assert.That(world.Alice.Cookies(world.LoginHost).Sso, Is.Null);
    }

    [Test]
    public async Task An_answer_without_the_name_of_a_provider_that_names_itself_is_refused()
    {
        await using var world = await FederatedWorld.StartAsync();
        var (address, fields) = await AnswerAsync(world, world.Alice);
        fields.Remove("iss");
        Assert.That((await world.Alice.FollowAsync(await world.Alice.GoAsync(address, fields))).Given("error"), Is.EqualTo("server_error"));
    }

    [Test]
    public async Task A_code_that_somebody_else_was_given_cannot_be_slipped_in()
    {
        await using var world = await FederatedWorld.StartAsync();
        using var mallory = new Traveller(world.Clock);
        var (_, others) = await AnswerAsync(world, mallory, "bob");
        var (address, fields) = await AnswerAsync(world, world.Alice);
        fields["code"] = others["code"];
        var back = await world.Alice.FollowAsync(await world.Alice.GoAsync(address, fields));
        Assert.That(back.Given("error"), Is.EqualTo("server_error"), "the code belongs to another verifier and another nonce");
        Assert.That(world.Alice.Cookies(world.LoginHost).Sso, Is.Null);
    }

    [Test]
    public async Task Nobody_is_sent_to_a_provider_without_the_token_of_the_page()
    {
        await using var world = await FederatedWorld.StartAsync();
        var page = await world.Alice.OpenAsync(world.Authorize());
        var form = (IHtmlFormElement)page.Page!.QuerySelector("form.social")!;
        var forged = await world.Alice.SendAsync(page, form, ("claimsexchange", "ContosoExchange"), ("csrf_token", "forged"));
        var unknown = await world.Alice.SendAsync(page, form, ("claimsexchange", "NorthwindExchange"));
        Assert.That((forged.Marker, unknown.Marker), Is.EqualTo((ErrorPage, ErrorPage)));
    }

    [Test]
    public async Task The_providers_page_accepts_nobody_from_another_browser()
    {
        await using var world = await FederatedWorld.StartAsync();
        var page = await world.Alice.FollowAsync(await world.LeaveForAsync());
        using var mallory = new Traveller(world.Clock);
        var stolen = await mallory.SendAsync(page, (IHtmlFormElement)page.Page!.QuerySelector("#provider-form")!, ("user", "bob"),
            ("password", "bob-at-contoso-1"), ("action", "sign-in"));
        Assert.That(stolen.Marker, Is.EqualTo("provider-error"));
    }
}
