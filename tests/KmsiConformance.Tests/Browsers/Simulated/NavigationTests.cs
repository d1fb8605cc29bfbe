using System.Collections.Concurrent;
using System.Globalization;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Sites.Pages;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers.Simulated;

/// <summary>Redirects, pages that leave by themselves, and what pages embed.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class NavigationTests : IAsyncDisposable
{
    private readonly ConcurrentQueue<BrowserSight> _sights = new();
    private readonly FormSite _site = FormSite.Start(TimeProvider.System);
    private readonly SimulatedBrowser _browser;

    public NavigationTests() => _browser = new SimulatedBrowser(new SimulatedLaunch(TimeProvider.System), _sights.Enqueue);

    private IEnumerable<BrowserExchange> Exchanges => _sights.OfType<BrowserExchange>();

    [SetUp]
    public Task Start() => _browser.StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _site.DisposeAsync();
    }

    [TestCase(301, "GET")]
    [TestCase(302, "GET")]
    [TestCase(303, "GET")]
    [TestCase(307, "POST application/x-www-form-urlencoded x=1")]
    [TestCase(308, "POST application/x-www-form-urlencoded x=1")]
    public async Task A_redirect_keeps_or_changes_a_post_by_its_status(int status, string arrives)
    {
        var to = $"/to/{status.ToString(CultureInfo.InvariantCulture)}?where=/echo";
        var page = await OpenAsync($"<form id=auto method=post action='{to}'><input name=x value=1></form>");
        Assert.That(string.Join(' ', page.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(arrives));
    }

    [Test]
    public async Task An_address_without_a_fragment_keeps_the_one_there_was()
    {
        Assert.That((await GoAsync(_site.Url("/to/302?where=/echo#here"))).Url, Does.EndWith("/echo#here"));
        Assert.That((await GoAsync(_site.Url("/to/302?where=/echo%23there#here"))).Url, Does.EndWith("/echo#there"));
    }

    [Test]
    public void A_circle_of_redirects_is_an_unreachable_site() =>
        Assert.That(() => GoAsync(_site.Url("/circle")),
            Throws.InstanceOf<SiteUnreachableException>().With.Message.Contains("more than 20 redirects"));

    [Test]
    public void A_circle_of_refreshes_is_a_page_that_does_not_come_to_rest() => Assert.That(
        () => OpenAsync("<meta http-equiv=refresh content='0;url=?again'>"),
        Throws.InstanceOf<TimeoutException>().With.Message.Contains("left by themselves"));

    [TestCase("0;url=/echo", true)]
    [TestCase("0; URL='/echo'", true)]
    [TestCase("0.5, url=/echo", true)]
    [TestCase("30;url=/echo", false)]
    [TestCase("0", false)]
    public async Task A_refresh_without_delay_is_followed(string content, bool followed) =>
        Assert.That((await OpenAsync($"<meta http-equiv=Refresh content=\"{content}\">")).Url.EndsWith("/echo", StringComparison.Ordinal),
            Is.EqualTo(followed));

    [Test]
    public async Task A_page_in_transit_leaves_by_the_link_of_the_recipe_or_says_what_is_missing()
    {
        Assert.That((await OpenAsync("<p id=leaving>Signing out <a id=onwards href='/echo?next'>on</a>")).Url, Does.EndWith("/echo?next"));
        Assert.That(() => OpenAsync("<p id=leaving>Signing out"),
            Throws.InstanceOf<TimeoutException>().With.Message.Contains("'leaves-by'"));
    }

    [Test]
    public async Task A_form_that_leaves_by_itself_takes_along_what_its_script_would_fill_in() =>
        Assert.That(
            (await OpenAsync("<form id=auto method=post action=/echo><input name=a id=by-script><input name=b value=own></form>")).Title,
            Does.Contain("a=known&b=own"));

    [Test]
    public async Task A_marked_form_relays_the_fragment()
    {
        var relay = _site.Page($"<form id=auto method=post action=/echo {FragmentRelay.Attribute}></form>");
        Assert.That((await GoAsync(relay + "#code=a%2Bb&state=s+t")).Title, Does.Contain("code=a%2Bb&state=s+t"));
    }

    [Test]
    public async Task An_answer_without_a_document_leaves_the_page_as_it_is()
    {
        var url = _site.Page("<title>stays</title>");
        await GoAsync(url);
        var page = await GoAsync(_site.Url("/none"));
        Assert.That((page.Url, page.Title), Is.EqualTo((url, "stays")));
    }

    [Test]
    public async Task Frames_in_frames_are_loaded_and_leave_by_themselves_but_not_for_ever()
    {
        var inner = _site.Page("<img src=/none><form id=auto action=/echo></form>", "bank");
        var outer = _site.Page($"<iframe src='{inner}'></iframe><iframe></iframe><iframe src='javascript:0'></iframe>", "bank");
        var page = await OpenAsync($"<title>top</title><iframe src='{outer}'></iframe>");
        Assert.That(page.Title, Is.EqualTo("top"));
        Assert.That(
            Exchanges.Skip(1).Select(exchange => (new Uri(exchange.Url).AbsolutePath, exchange.Context)),
            Is.EqualTo(new[] { (new Uri(outer).AbsolutePath, "frame"), (new Uri(inner).AbsolutePath, "frame"), ("/none", "subresource"),
                ("/echo", "frame") }));
    }

    [Test]
    public async Task A_frame_of_another_site_gets_and_sets_only_none_cookies()
    {
        await GoAsync(_site.Url("/set?c=lax%3D1;Path%3D/", "bank"));
        await GoAsync(_site.Url("/set?c=none%3D1;Path%3D/;Secure;SameSite%3DNone", "bank"));
        await OpenAsync(
            $"<iframe src='{_site.Url("/set?c=lax%3D2;Path%3D/", "bank")}'></iframe>"
            + $"<iframe src='{_site.Url("/set?c=none%3D2;Path%3D/;Secure;SameSite%3DNone", "bank")}'></iframe>");
        Assert.That((await GoAsync(_site.Url("/cookie", "bank"))).Title, Is.EqualTo("lax=1; none=2"));
    }

    [Test]
    public async Task A_frame_that_does_not_answer_spoils_nothing() =>
        Assert.That(
            (await OpenAsync("<title>top</title><iframe src='https://127.0.0.1:1/'></iframe><img src='https://127.0.0.1:1/x'>")).Title,
            Is.EqualTo("top"));

    private Task<PageSnapshot> OpenAsync(string body) => GoAsync(_site.Page(body));

    private Task<PageSnapshot> GoAsync(string url) =>
        _browser.OpenAsync(url, FormSite.Signs, TimeSpan.FromSeconds(5), CancellationToken.None);
}
