using AngleSharp.Html.Dom;
using KmsiConformance.Serving;
using KmsiConformance.Tests.Reference.B2c.Federation;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving;

/// <summary>A person can go to each identity provider that comes along, and is told which account to try.</summary>
internal sealed class ServedProvidersTests
{
    [TestCase("contoso")]
    [TestCase("fabrikam")]
    [TestCase("northwind")]
    public async Task Each_provider_signs_in_to_an_app(string provider)
    {
        await using var served = await ServedReference.StartAsync(new ServeOptions { Readings = KnownProfiles.Default });
        using var person = new Traveller(served.Clock);
        var page = await person.FollowAsync(await person.GoAsync($"{served.AppOrigins["groceries"]}/?policy=B2C_1A_signin_providers"),
            until: "nowhere");
        Assert.That(page.Marker, Is.EqualTo("sign-in"), page.Text);
        var exchange = char.ToUpperInvariant(provider[0]) + provider[1..] + "Exchange";
        var there = await person.FollowAsync(
            await person.SendAsync(page, (IHtmlFormElement)page.Page!.QuerySelector("form.social")!, ("claimsexchange", exchange)),
            until: "nowhere");
        Assert.That(there.Text, Does.Contain($"alice, alice-at-{provider}-1"));

        var sent = await person.SendAsync(
            there, (IHtmlFormElement)there.Page!.QuerySelector("#provider-form")!, ("user", "alice"),
            ("password", $"alice-at-{provider}-1"), ("action", "sign-in"));
        Assert.That((await person.FollowAsync(sent, until: "nowhere")).Text, Does.Contain("You have just signed in."));
    }
}
