using KmsiConformance.Browsers;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Tests.Browsers;
using KmsiConformance.Tests.Browsers.Meanings;
using KmsiConformance.Worlds.Recipes;

namespace KmsiConformance.Tests.Serving.Framework;

/// <summary>Alice with a browser, who knows the pages of the product.</summary>
internal sealed class Person : IAsyncDisposable
{
    public const string DisplayName = "Alice Gulgowski";

    private const string Name = "alice";
    private const string Password = "alice-Sesame-1";

    private readonly IBrowser _browser;
    private readonly PageSigns _signs;

    private Person(IBrowser browser, string recipe) =>
        (_browser, _signs) = (browser, GenericRecipe.Suite.Recipes[recipe].PageSigns());

    /// <summary>Starts the browser.</summary>
    /// <param name="kind">One of <see cref="AnyBrowser"/>.</param>
    public static async Task<Person> StartAsync(string kind, string recipe)
    {
        var browser = await AnyBrowser.NewAsync(kind, BrowserConditions.None);
        await browser.StartAsync(CancellationToken.None);
        return new Person(browser, recipe);
    }

    public Task<PageSnapshot> OpenAsync(string url) => _browser.OpenAsync(url, _signs, BrowserFixture.Limit, CancellationToken.None);

    /// <summary>Opens a page that leads to the login endpoint, and signs in there on however many pages it has.</summary>
    /// <param name="keep">Whether to stay signed in: the box, or the answer to the question.</param>
    public async Task<PageSnapshot> SignInAsync(string url, bool keep)
    {
        var page = await OpenAsync(url);
        while (Next(page, keep) is { } entry)
            page = await _browser.SubmitAsync(entry, _signs, BrowserFixture.Limit, CancellationToken.None);
        return page;
    }

    /// <summary>Quits the browser and starts it again on the same profile.</summary>
    public async Task RestartAsync()
    {
        await _browser.StopAsync(StopKind.Quit, CancellationToken.None);
        await _browser.StartAsync(CancellationToken.None);
    }

    private PageEntry? Next(PageSnapshot page, bool keep) => page switch
    {
        { Interrupt: PageKinds.StaySignedIn } => PageEntry.OfAnswer(
            _signs.Interrupts.First(interrupt => interrupt.Name == PageKinds.StaySignedIn), keep ? "yes" : "no", null),
        { AsksForUserNameOnly: true } => PageEntry.OfUserName(Name, _signs),
        { AsksForCredentials: true, AsksForUserName: false } => PageEntry.OfPassword(Password, _signs),
        { AsksForCredentials: true } => PageEntry.Of(new Credentials(Name, Password, keep), _signs),
        _ => null,
    };

    public ValueTask DisposeAsync() => _browser.DisposeAsync();
}
