using KmsiConformance.Probing;
using KmsiConformance.Tests.EndToEnd.Sites;
using NUnit.Framework;

namespace KmsiConformance.Tests.Probing;

/// <summary>Mistakes in the description of a site that speaks no protocol, each said before anything is judged.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SiteProbeTests
{
    [Test]
    public async Task All_is_well_with_a_site_that_is_as_its_file_says()
    {
        await using var site = await DescribedSite.StartAsync();
        var found = await ProbeAsync(site);
        Assert.That(found.Where(one => one.Problem is not null), Is.Empty);
        Assert.That(
            found.Select(one => one.What),
            Has.One.Contains("asks whoever has not signed in").And.One.Contains("box is there")
                .And.One.Contains("the session cookie of the target")
                .And.One.Contains("cookie sid came with the sign-in").And.One.Contains("button that signs out")
                .And.One.Contains("bob signs in"));
    }

    [TestCase("", "protected: /account", "protected: /", "asks whoever", "is shown without a sign-in", Owner.File)]
    [TestCase("protects nothing", "", "", "asks whoever", "is shown without a sign-in", Owner.File)]
    [TestCase("leads home", "", "", "asks whoever", "finds no password field", Owner.File)]
    [TestCase("", "name: alice, password: \"file:secret\"", "name: alice, password: \"file:our.yaml\"", "alice signs in",
        "the sign-in page came again", Owner.Registration)]
    [TestCase("shows no sign-out", "", "", "alice signs in", "'signed-in'", Owner.File)]
    [TestCase("", "protected: /account,", "protected: /account, sign-out: /sign-in,", "button that signs out", "'sign-out'", Owner.File)]
    [TestCase("", "keep-me-signed-in: offered", "keep-me-signed-in: hidden", "no keep-me-signed-in box", "the page has one", Owner.File)]
    [TestCase("sets another cookie too", "clock: none", "clock: none\ncookies: { sso: [theme] }", "without the session cookie",
        "which of sid hold", Owner.File)]
    [TestCase("", "sign-in: /sign-in", "sign-in: /signin", "sign-in page of groceries asks", "Correct 'sign-in'", Owner.File)]
    [TestCase("", "clock: none", "clock: none\naccount-events: { password-changed: { page: /pasword } }", "the page /pasword has",
        "'new-password'", Owner.File)]
    [TestCase("", "clock: none", "clock: none\naccount-events: { sessions-revoked: { page: /account } }", "the page /account has",
        "'end-sessions'", Owner.File)]
    [TestCase("", "from: this test", "from: not said yet; written by kmsi probe", "says what is promised", "guesses", Owner.File)]
    public async Task A_mistake_is_named_with_its_mend_and_whose_it_is(
        string wrong, string from, string to, string what, string said, Owner owner)
    {
        await using var site = await DescribedSite.StartAsync(wrong, from.Length > 0 ? (from, to) : default);
        var problem = (await ProbeAsync(site)).First(one => one.Problem is not null);
        Assert.That(problem.What, Does.Contain(what));
        Assert.That(problem.Problem, Does.Contain(said).And.Not.Contain(SmallSite.Password));
        Assert.That(problem.Owner, Is.EqualTo(owner));
    }

    [Test]
    public async Task Pages_of_accounts_that_are_there_are_believed()
    {
        await using var site = await DescribedSite.StartAsync(
            "",
            ("clock: none",
                "clock: none\naccount-events: { password-changed: { page: /password }, sessions-revoked: { page: /sessions } }"));
        var found = await ProbeAsync(site);
        Assert.That(found.Where(one => one.Problem is not null), Is.Empty);
        Assert.That(
            found.Select(one => one.What),
            Has.One.Contains("the page /password has").And.One.Contains("the page /sessions has")
                .And.One.Contains("nobody is signed in without the session cookie"));
    }

    // Whether the button is the wrong one or the site is wrong, only the scenarios can tell.
    [Test]
    public async Task A_sign_out_without_effect_is_noted_and_judged()
    {
        await using var site = await DescribedSite.StartAsync("stays signed in");
        var found = await ProbeAsync(site);
        Assert.That(found.Where(one => one.Problem is not null), Is.Empty);
        Assert.That(found.Select(one => $"{one}"), Has.One.StartsWith("note   after the button that signs out was pressed"));
    }

    [Test]
    public async Task A_session_cookie_that_was_there_before_the_sign_in_is_known_all_the_same()
    {
        await using var site = await DescribedSite.StartAsync("keeps the session id", ("  keep-me-signed-in: offered\n", ""));
        Assert.That((await ProbeAsync(site)).Where(one => one.Problem is not null), Is.Empty);
    }

    [Test]
    public async Task A_box_beside_the_password_on_a_page_of_its_own_is_found()
    {
        await using var site = await DescribedSite.StartAsync("asks for the name first");
        Assert.That((await ProbeAsync(site)).Where(one => one.Problem is not null), Is.Empty);
    }

    [Test]
    public async Task Nobody_is_missed_who_was_not_promised()
    {
        await using var site = await DescribedSite.StartAsync("", ("  keep-me-signed-in: offered\n", ""));
        Assert.That((await ProbeAsync(site)).Where(one => one.Problem is not null), Is.Empty);
    }

    private static Task<IReadOnlyList<Finding>> ProbeAsync(DescribedSite site) =>
        new TargetProbe(site.File, site.Worlds, TimeSpan.FromSeconds(30)).RunAsync(CancellationToken.None);
}
