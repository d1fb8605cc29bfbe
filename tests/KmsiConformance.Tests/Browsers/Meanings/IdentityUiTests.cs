using KmsiConformance.Browsers;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds.Recipes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers.Meanings;

/// <summary>The default pages of ASP.NET Core Identity, of which nothing was written here.</summary>
[TestFixture(AnyBrowser.Simulated, "generic")]
[TestFixture(AnyBrowser.HeadlessShell, "generic")]
[TestFixture(AnyBrowser.Simulated, "aspnet-identity")]
[Category("Browser")]
internal sealed class IdentityUiTests(string kind, string recipe)
{
    private readonly PageSigns _signs = GenericRecipe.Suite.Recipes[recipe].PageSigns();
    private IdentityUiSite _site = null!;
    private IBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Host() => _site = await IdentityUiSite.StartAsync();

    [OneTimeTearDown]
    public ValueTask EndSite() => _site.DisposeAsync();

    [SetUp]
    public async Task Start()
    {
        _browser = await AnyBrowser.NewAsync(kind, new BrowserConditions { OnlyHosts = [] });
        await _browser.StartAsync(CancellationToken.None);
    }

    [TearDown]
    public ValueTask End() => _browser.DisposeAsync();

    [TestCase(true)]
    [TestCase(false)]
    public async Task Somebody_signs_in_with_the_box_and_without(bool ticked)
    {
        var asked = await OpenAsync("/Identity/Account/Login");
        Assert.That((asked.AsksForCredentials, asked.OffersKeepMeSignedIn, asked.Message), Is.EqualTo((true, true, (string?)null)));
        var after = await SubmitAsync(IdentityUiSite.Password, ticked);
        Assert.That((after.Title, after.AsksForCredentials), Is.EqualTo(($"hello {IdentityUiSite.User}", false)));
        var session = (await _browser.CookiesAsync(CancellationToken.None))
            .Single(cookie => cookie.Name == ".AspNetCore.Identity.Application");
        Assert.That(session.ExpiresAt is not null, Is.EqualTo(ticked));
    }

    [Test]
    public async Task A_wrong_password_is_told()
    {
        await OpenAsync("/Identity/Account/Login");
        var after = await SubmitAsync("wrong", null);
        Assert.That((after.AsksForCredentials, after.Message), Is.EqualTo((true, "Invalid login attempt.")));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_one_time_code_is_asked_for_and_taken(bool isRight)
    {
        var known = Path.GetTempFileName();
        await File.WriteAllTextAsync(known, _site.AuthenticatorKey.ToLowerInvariant());
        var app = AuthenticatorApp.Of(new SecretReference(SecretKind.File, known, "target.yaml:1", "/"));
        File.Delete(known);
        await OpenAsync("/Identity/Account/Login");
        var asked = await SubmitAsync(IdentityUiSite.Password, true, IdentityUiSite.WaryUser);
        Assert.That((asked.Interrupt, asked.AsksForCredentials), Is.EqualTo((PageKinds.SecondFactor, false)));

        var code = app.At(TimeProvider.System.GetUtcNow().AddDays(isRight ? 0 : -1));
        var interrupt = _signs.Interrupts.First(one => one.Name == PageKinds.SecondFactor);
        var after = await _browser.SubmitAsync(
            PageEntry.OfCode(interrupt, "verify", code), _signs, BrowserFixture.Limit, CancellationToken.None);
        Assert.That(after.Interrupt, Is.EqualTo(isRight ? null : PageKinds.SecondFactor));
        Assert.That(after.Title == $"hello {IdentityUiSite.WaryUser}", Is.EqualTo(isRight));
    }

    [TestCase("/Identity/Account/Register")]
    [TestCase("/Identity/Account/ForgotPassword")]
    [TestCase("/Identity/Account/ResendEmailConfirmation")]
    public async Task A_page_for_something_else_is_no_sign_in_page(string path)
    {
        var seen = await OpenAsync(path);
        Assert.That((seen.Status, seen.AsksForCredentials), Is.EqualTo((200, false)));
    }

    private Task<PageSnapshot> OpenAsync(string path) =>
        _browser.OpenAsync(_site.Url(path), _signs, BrowserFixture.Limit, CancellationToken.None);

    private Task<PageSnapshot> SubmitAsync(
        string password, bool? ticked, string user = IdentityUiSite.User) => _browser.SubmitCredentialsAsync(
        new Credentials(user, password, ticked), _signs, BrowserFixture.Limit, CancellationToken.None);
}
