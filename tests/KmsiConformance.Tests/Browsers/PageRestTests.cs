using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Chromium;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>When a page counts as at rest, and what it then shows. One browser for all: pages do not share state.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class PageRestTests
{
    private CookieSite _site = null!;
    private ChromiumBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _site = await CookieSite.StartAsync(TimeProvider.System);
        _browser = BrowserFixture.New();
        await _browser.StartAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await _browser.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_page_that_leaves_by_script_is_followed_to_a_slow_next_page() =>
        Assert.That((await _browser.OpenAsync(_site.Url("/leaves-late"))).Title, Is.EqualTo("arrived"));

    [Test]
    public async Task A_page_in_transit_is_waited_for_longer_than_the_quiet_time() =>
        Assert.That((await _browser.OpenAsync(_site.Url("/auto"))).Title, Is.EqualTo("posted"));

    [Test]
    public async Task A_page_that_shows_no_sign_is_at_rest_when_it_has_been_quiet() =>
        Assert.That((await _browser.OpenAsync(_site.Url("/plain"))).Title, Is.EqualTo("plain"));

    [Test]
    public async Task An_error_page_tells_its_status_and_message()
    {
        var page = await _browser.OpenAsync(_site.Url("/broken"));
        Assert.That((page.Status, page.IsErrorPage, page.Message), Is.EqualTo((503, true, "Out of order")));
    }

    [Test]
    public async Task An_error_status_without_a_body_is_an_answer()
    {
        await _browser.OpenAsync(_site.Url("/"));
        var page = await _browser.OpenAsync(_site.Url("/empty"));
        Assert.That((page.Status, page.Url), Is.EqualTo((500, _site.Url("/empty"))));
    }

    [Test]
    public async Task Credentials_lead_to_the_next_page_with_the_box_as_asked_for([Values] bool ticked)
    {
        var page = await _browser.OpenAsync(_site.Url("/login"));
        Assert.That((page.AsksForCredentials, page.OffersKeepMeSignedIn), Is.EqualTo((true, true)));

        page = await _browser.SubmitAsync("alice", "right", ticked);
        Assert.That((page.Title, page.AsksForCredentials), Is.EqualTo((ticked ? "welcome alice yes" : "welcome alice", false)));
    }

    [Test]
    public async Task Rejected_credentials_bring_a_message_each_time()
    {
        await _browser.OpenAsync(_site.Url("/login"));
        var first = await _browser.SubmitAsync("alice", "wrong");
        var second = await _browser.SubmitAsync("alice", "wrong");
        Assert.That((first.Title, first.Message, second.Message), Is.EqualTo(("again", "Wrong password", "Wrong password")));
    }

    [Test]
    public async Task A_message_that_was_there_before_is_not_taken_for_the_answer()
    {
        await _browser.OpenAsync(_site.Url("/scripted"));
        var first = await _browser.SubmitAsync("alice", "wrong");
        var second = await _browser.SubmitAsync("alice", "wrong");
        var third = await _browser.SubmitAsync("alice", "right");
        Assert.That((first.Title, second.Title, third.Title), Is.EqualTo(("rejected 1", "rejected 2", "arrived")));
    }

    [Test]
    public async Task A_page_that_signs_in_without_leaving_is_waited_for_until_its_script_has_an_answer()
    {
        await _browser.OpenAsync(_site.Url("/single-page"));
        Assert.That((await _browser.SubmitAsync("alice", "right")).Title, Is.EqualTo("in"));
    }

    [Test]
    public async Task What_an_earlier_page_was_still_asking_for_holds_up_no_later_one()
    {
        await _browser.OpenAsync(_site.Url("/asks-for-ever"));
        await _browser.OpenAsync(_site.Url("/single-page"));
        Assert.That((await _browser.SubmitAsync("alice", "right")).Title, Is.EqualTo("in"));
    }

    [Test]
    public async Task A_box_that_is_missing_is_named_with_the_selectors_tried()
    {
        await _browser.OpenAsync(_site.Url("/scripted"));
        Assert.That(
            () => _browser.SubmitAsync("alice", "right", keepMeSignedIn: true),
            Throws.InstanceOf<ControlMissingException>().With.Message.Contains("#kmsi").And.Message.Contains("/scripted"));
    }
}
