using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Serving;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving;

/// <summary><c>kmsi serve</c> with a product that has no policies.</summary>
public sealed class OtherProductsTests
{
    [TestCase("aad-2020-06", "user-name", "alice")]
    [TestCase("oidc", "sign-in", "alice")]
    public async Task An_app_that_comes_along_leads_to_the_products_own_page(string profile, string page, string user)
    {
        await using var served = await Served.StartAsync(new ServeOptions { Readings = KnownProfiles.Readings(profile) });
        var (_, status) = await served.GetAsync("/status");
        Assert.That((status.GetProperty("profile").GetString(), status.GetProperty("policies").GetArrayLength()), Is.EqualTo((profile, 1)));
        Assert.That((await served.OpenAsync("groceries")).Marker, Is.EqualTo(page));
        Assert.That(served.Service.Login.Operator.Users.Select(known => known.UserName), Does.Contain(user));

        // Every product is served through the same door, which writes down who came.
        var (_, log) = await served.GetAsync("/log/requests");
        Assert.That(log.GetRawText(), Does.Contain("/authorize"));
    }

    [Test]
    public void Only_azure_ads_standard_users_are_special() =>
        Assert.That(StandardAccounts.Of(ReferenceUsers.Standard).Users.Keys, Is.EquivalentTo(new[] { "bob", "carol", "dave", "erin" }));
}
