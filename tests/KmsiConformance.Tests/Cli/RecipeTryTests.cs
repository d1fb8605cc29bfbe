using KmsiConformance.Sites;
using KmsiConformance.Tests.Suite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>What a recipe finds on a page, as the command says it.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RecipeTryTests
{
    private static readonly string Pages =
        Path.Combine(Repository.Root, "tests", "KmsiConformance.Tests", "Browsers", "Meanings", "Pages");

    private LoopbackServer _site = null!;
    private DirectoryInfo _folder = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("kmsi-recipe-");
        _site = await LoopbackServer.StartPlainAsync(TimeProvider.System, app =>
        {
            app.MapGet("/away", () => Results.Redirect("http://elsewhere.example/"));
            app.MapGet(
                "/{page}", (string page) => Results.Content(File.ReadAllText(Path.Combine(Pages, page + ".html")), "text/html"));
        });
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Each_key_is_shown_with_what_it_found_and_why()
    {
        var (code, output, error) = await Kmsi.RunAsync("recipe", "try", At("gitlab-en"), "--browser", "simulated");
        Assert.That((code, error), Is.EqualTo((0, error)), error);
        Assert.That(
            output, Does.Contain("name=\"user[login]\"").And.Contain("Username or primary email").And.Contain("autocomplete is username")
                .And.Contain("it says “remember me”").And.Match("Not found: .*interrupts.consent,"));
    }

    [Test]
    [Category("Browser")]
    public async Task The_finds_are_outlined_in_a_picture()
    {
        var picture = Path.Combine(_folder.FullName, "found.png");
        var (code, _, error) = await Kmsi.RunAsync("recipe", "try", At("wordpress-fr"), "--out", picture);
        Assert.That(code, Is.Zero, error);
        Assert.That((await File.ReadAllBytesAsync(picture))[..4], Is.EqualTo(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }));
    }

    [Test]
    public async Task A_page_that_registers_is_no_sign_in_page()
    {
        var (code, _, error) = await Kmsi.RunAsync("recipe", "try", At("register-en"), "--browser", "simulated");
        Assert.That((code, error), Is.EqualTo((2, error)));
        Assert.That(
            error,
            Does.Contain("Create your account").And.Contain("not recognised as a sign-in page").And.Contain("extends: generic"));
    }

    [TestCase("simulated")]
    [TestCase("chromium", Category = "Browser")]
    public async Task Nobody_is_led_to_another_host(string browser)
    {
        var (code, _, error) = await Kmsi.RunAsync("recipe", "try", At("away"), "--browser", browser);
        Assert.That((code, error), Is.EqualTo((2, error)));
        Assert.That(error, Does.Contain("elsewhere.example").And.Contain("--host"));
    }

    [Test]
    public async Task A_recipe_of_ones_own_overrides_one_key()
    {
        var own = Path.Combine(_folder.FullName, "own.yaml");
        await File.WriteAllTextAsync(own, "extends: generic\nsubmit: [\".js-sign-in-button\"]\n");
        var (code, output, error) = await Kmsi.RunAsync("recipe", "try", At("gitlab-en"), "--browser", "simulated", "--recipe", own);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("it fits .js-sign-in-button").And.Contain("autocomplete is username"));
    }

    [Test]
    public async Task A_page_on_which_no_box_is_found_is_1()
    {
        var own = Path.Combine(_folder.FullName, "boxless.yaml");
        await File.WriteAllTextAsync(own, "extends: generic\nkeep-me-signed-in: [\"#nowhere\"]\n");
        var (code, _, error) = await Kmsi.RunAsync("recipe", "try", At("gitlab-en"), "--browser", "simulated", "--recipe", own);
        Assert.That(code, Is.EqualTo(1), error);
        Assert.That(error, Does.Contain("no box is found").And.Contain("'keep-me-signed-in' with its selector"));
    }

    [Test]
    public async Task A_meaning_that_there_is_not_is_said_with_its_place()
    {
        var own = Path.Combine(_folder.FullName, "odd.yaml");
        await File.WriteAllTextAsync(own, "extends: generic\nsubmit: [\"meaning:sumbit\"]\n");
        var (code, _, error) = await Kmsi.RunAsync("recipe", "try", At("gitlab-en"), "--browser", "simulated", "--recipe", own);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("odd.yaml").And.Contain("'sumbit'").And.Contain("submit"));
    }

    private string At(string page) => $"http://pages.localhost:{new Uri(_site.Origin("pages")).Port}/{page}";
}
