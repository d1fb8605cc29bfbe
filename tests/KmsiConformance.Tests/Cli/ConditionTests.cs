using KmsiConformance.Ledger;
using KmsiConformance.Tests.Browsers;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>
/// What a browser is called and what it was told are not believed: it is asked, and each condition is tried, before a verdict
/// rests on it.
/// </summary>
[Category("Browser")]
[Platform("Linux")]
internal sealed class ConditionTests
{
    private const string Blocked = "third-party-cookies/sign-out-frames-where-blocked";
    private const string Kept = "third-party-cookies/sign-out-frames-where-partitioned";
    private const string Plain = "sign-in/accepted-credentials-create-the-session";
    private const string Quit = "keep-me-signed-in/a-ticked-box-outlives-the-browser";

    // What a profile of Chromium is started on; a wrapper may write there what it likes.
    private const string Profile =
        "for one in \"$@\"; do case \"$one\" in --user-data-dir=*) profile=\"${one#--user-data-dir=}\";; esac; done\n";

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("kmsi-test-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_headless_shell_under_another_name_is_known_by_its_answer()
    {
        var shell = await AnyBrowser.ProgramAsync(AnyBrowser.HeadlessShell);
        var wrapper = Wrapper("chromium", $"exec '{shell}' \"$@\"");

        var (run, error) = await RunAsync("chromium", wrapper, Blocked, Plain);
        Assert.That(error, Does.Contain("whatever it is called, it is the build 'headless-shell'"));
        Assert.That(run.Browser, Has.Property("Build").EqualTo("headless-shell")
            .And.Property("Product").StartsWith("HeadlessChrome/").And.Property("Executable").EqualTo(wrapper));
        Assert.That(Of(run, Blocked), Has.Property("Verdict").EqualTo(Verdict.Inapplicable)
            .And.Property("Reason").Contains($"{wrapper} answers HeadlessChrome/"));
        Assert.That(Of(run, Plain).Verdict, Is.EqualTo(Verdict.Passed));

        var (exit, _, refused) = await Kmsi.RunAsync(
            "run", "--chromium", wrapper, "--chromium-build", "full", "--only", Plain, "--out", Path.Combine(_folder, "refused"));
        Assert.That((exit, refused), Is.EqualTo((2, refused)));
        Assert.That(refused, Does.Contain("is not the build 'full' that --chromium-build asks for: it answers HeadlessChrome/"));
    }

    [Test]
    public async Task A_setting_that_does_nothing_brings_no_verdict()
    {
        var full = await AnyBrowser.ProgramAsync(AnyBrowser.Full);
        var wrapper = Wrapper("chromium",
            Profile + "sed -i 's/\"cookie_controls_mode\":1/\"cookie_controls_mode\":0/' \"$profile/Default/Preferences\" || exit 1\n"
            + $"exec '{full}' \"$@\"");

        var (run, error) = await RunAsync("chromium", wrapper, Blocked, Plain);
        Assert.That(error, Does.Contain("Condition: third-party cookies blocked DOES NOT HOLD."));
        Assert.That(Of(run, Blocked), Has.Property("Verdict").EqualTo(Verdict.Inapplicable)
            .And.Property("Reason").Contains("'third-party cookies blocked': a site's frame sent"));
        Assert.That(Of(run, Plain).Verdict, Is.EqualTo(Verdict.Passed));
        Assert.That(run.Browser.Conditions!.Select(condition => (condition.Condition, condition.Holds)), Is.EqualTo(new[]
        {
            ("third-party cookies allowed", (bool?)true), ("third-party cookies blocked", false),
        }));
    }

    [Test]
    public async Task A_browser_that_always_goes_on_where_the_user_left_off_has_no_ordinary_restart()
    {
        var firefox = await AnyBrowser.ProgramAsync(AnyBrowser.Firefox);
        var wrapper = Wrapper("firefox",
            "last=; for one in \"$@\"; do case \"$last\" in -profile|--profile) profile=\"$one\";; esac; last=\"$one\"; done\n"
            + "printf 'user_pref(\"browser.startup.page\", 3);\\nuser_pref(\"network.cookie.cookieBehavior\", 0);\\n' >> "
            + $"\"$profile/user.js\"\nexec '{firefox}' \"$@\"");

        var (run, _) = await RunAsync("firefox", wrapper, Quit, Kept, Plain);
        Assert.That(Of(run, Quit), Has.Property("Verdict").EqualTo(Verdict.Inapplicable)
            .And.Property("Reason").Contains("'restart quit'"));
        Assert.That(Of(run, Kept), Has.Property("Verdict").EqualTo(Verdict.Inapplicable)
            .And.Property("Reason").Contains("'third-party cookies partitioned'"));
        Assert.That(Of(run, Plain).Verdict, Is.EqualTo(Verdict.Passed));
    }

    [Test]
    public async Task A_condition_that_cannot_be_seen_is_no_verdict_either()
    {
        var shell = await AnyBrowser.ProgramAsync(AnyBrowser.HeadlessShell);
        var wrapper = Wrapper("headless-shell",
            Profile + "if test -e \"$profile/Default\"; then exit 1; fi\n" + $"exec '{shell}' \"$@\"");

        var (run, _) = await RunAsync("chromium", wrapper, Quit);
        Assert.That(Of(run, Quit), Has.Property("Verdict").EqualTo(Verdict.CantTell)
            .And.Property("Reason").Contains("'restart quit', could not be seen").And.Property("Reason").Contains(wrapper));
    }

    private static ScenarioRecord Of(RunRecord run, string id) => run.Scenarios.Single(scenario => scenario.Id == id);

    private async Task<(RunRecord Run, string Error)> RunAsync(string browser, string program, params string[] only)
    {
        var folder = new RunFolder(Path.Combine(_folder, "run"));
        var (_, _, error) = await Kmsi.RunAsync(
            ["run", "--browser", browser, $"--{browser}", program, "--out", folder.Path, .. only.SelectMany(id => new[] { "--only", id })]);
        Assert.That(folder.RunFile, Does.Exist, error);
        return (folder.ReadRun(), error);
    }

    private string Wrapper(string name, string script)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
