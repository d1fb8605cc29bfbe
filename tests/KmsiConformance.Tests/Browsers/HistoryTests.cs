using KmsiConformance.Browsers;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>Pages that are shown again: out of the browser's store, or asked for.</summary>
[TestFixture(AnyBrowser.Simulated)]
[TestFixture(AnyBrowser.HeadlessShell, Category = "Browser")]
[TestFixture(AnyBrowser.Firefox, Category = "Browser")]
internal sealed class HistoryTests(string kind)
{
    private CookieSite _site = null!;
    private IBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _site = await CookieSite.StartAsync(TimeProvider.System);
        _browser = await AnyBrowser.NewAsync(kind, BrowserConditions.None);
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await _browser.DisposeAsync();
        await _site.DisposeAsync();
    }

    [SetUp]
    public Task Begin() => _browser.StartAsync(CancellationToken.None);

    [TearDown]
    public Task Quit() => _browser.StopAsync(StopKind.Quit, CancellationToken.None);

    [TestCase("no-store")]
    [TestCase("private, NO-STORE")]
    public async Task Going_back_to_a_page_that_nobody_may_store_asks_for_it(string said)
    {
        var first = await _browser.OpenAsync(_site.Url($"/counted?say={Uri.EscapeDataString(said)}"));
        await _browser.OpenAsync(_site.Url("/"));

        var again = await BackAsync();

        Assert.That(again!.Url, Is.EqualTo(first.Url));
        Assert.That(again.Title, Is.Not.EqualTo(first.Title), "it came anew");
        Assert.That(again.IsStored, Is.False);
    }

    // What a real browser stores is its own affair; that it says so is ours.
    [TestCase("private")]
    [TestCase("max-age=600")]
    [TestCase("no-cache")]
    public async Task A_page_out_of_the_store_is_told_from_one_that_was_asked_for(string said)
    {
        var first = await _browser.OpenAsync(_site.Url($"/counted?say={said}"));
        await _browser.OpenAsync(_site.Url("/"));

        var again = await BackAsync();

        Assert.That(again!.IsStored, Is.EqualTo(again.Title == first.Title));
        if (kind == AnyBrowser.Simulated) Assert.That(again.IsStored, Is.True, "no word but one keeps it from being shown again");
    }

    [Test]
    public async Task A_page_leads_back_to_the_one_before_it_and_no_further_than_the_first()
    {
        await _browser.OpenAsync(_site.Url("/plain"));
        await _browser.OpenAsync(_site.Url("/first"));
        await _browser.OpenAsync(_site.Url("/"));

        Assert.That((await BackAsync())!.Url, Does.EndWith("/last"), "redirects leave nothing to go back to");
        Assert.That((await BackAsync())!.Title, Is.EqualTo("plain"));
        Assert.That(await BackAsync(), Is.Null);
    }

    [Test]
    public async Task Loading_again_asks_and_leaves_what_lies_before()
    {
        await _browser.OpenAsync(_site.Url("/plain"));
        var first = await _browser.OpenAsync(_site.Url("/counted?say=max-age%3D600"));

        var again = await _browser.ReloadAsync(CookieSite.Signs, BrowserFixture.Limit, CancellationToken.None);

        Assert.That((again.Url, again.IsStored), Is.EqualTo((first.Url, false)));
        Assert.That(again.Title, Is.Not.EqualTo(first.Title));
        Assert.That((await BackAsync())!.Title, Is.EqualTo("plain"));
    }

    [Test]
    public async Task No_form_is_sent_again_to_load_the_page_that_answers_it()
    {
        await _browser.OpenAsync(_site.Url("/login"));
        await _browser.SubmitAsync("alice", "right");
        await Assert.ThatAsync(
            () => _browser.ReloadAsync(CookieSite.Signs, BrowserFixture.Limit, CancellationToken.None),
            Throws.TypeOf<FormAgainException>());
    }

    [Test]
    public async Task The_answer_to_a_form_that_nobody_may_store_is_not_shown_again_and_the_page_before_it_is()
    {
        await _browser.OpenAsync(_site.Url("/plain"));
        await _browser.OpenAsync(_site.Url("/login"));
        await _browser.SubmitAsync(CookieSite.Unstored, "right");
        await _browser.OpenAsync(_site.Url("/first"));

        await Assert.ThatAsync(BackAsync, Throws.TypeOf<FormAgainException>());
        Assert.That((await BackAsync())!.Title, Is.EqualTo("login"));
        Assert.That((await BackAsync())!.Title, Is.EqualTo("plain"));
    }

    private Task<PageSnapshot?> BackAsync() => _browser.GoBackAsync(CookieSite.Signs, BrowserFixture.Limit, CancellationToken.None);
}
