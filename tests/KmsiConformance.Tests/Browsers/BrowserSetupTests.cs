using KmsiConformance.Browsers.Setup;
using KmsiConformance.Clocks.Processes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>The order in which a Chromium is looked for, on a made-up machine; commands are recorded, not run.</summary>
internal sealed class BrowserSetupTests
{
    private const string Shell = "/usr/lib/chromium/chromium-headless-shell";
    private const string Full = "/usr/lib/chromium/chromium";
    private readonly List<string> _said = [];

    [SetUp]
    public void Forget() => _said.Clear();

    [Test]
    public async Task A_path_given_by_option_comes_first()
    {
        var machine = new FakeMachine
        {
            Files = { "/mine", "/theirs", FakeMachine.Playwrights, Shell }, Variables = { ["KMSI_CHROMIUM"] = "/theirs" },
        };
        Assert.That((await FindAsync(machine, new BrowserWish("/mine"))).ExecutablePath, Is.EqualTo("/mine"));
        Assert.That((await FindAsync(machine, new BrowserWish())).ExecutablePath, Is.EqualTo("/theirs"));
        Assert.That(_said, Does.Contain("Using /theirs (KMSI_CHROMIUM)."));
    }

    [Test]
    public void A_given_path_that_does_not_exist_is_an_error_and_not_a_hint()
    {
        var machine = new FakeMachine { Files = { Shell }, Variables = { ["KMSI_CHROMIUM"] = "/theirs" } };
        Assert.That(() => FindAsync(machine, new BrowserWish()),
            Throws.InstanceOf<BrowserSetupException>().With.Message.StartsWith("KMSI_CHROMIUM names /theirs, which does not exist"));
        Assert.That(() => FindAsync(machine, new BrowserWish("/mine")),
            Throws.InstanceOf<BrowserSetupException>().With.Message.Contains("/mine"));
    }

    [Test]
    public async Task Playwrights_own_comes_before_an_installed_one_and_the_headless_shell_before_the_full_browser()
    {
        var machine = new FakeMachine { Files = { FakeMachine.Playwrights, Shell, Full, "/usr/bin/chromium" } };
        Assert.That((await FindAsync(machine, new BrowserWish())).ExecutablePath, Is.EqualTo(FakeMachine.Playwrights));
        machine.Files.Remove(FakeMachine.Playwrights);
        Assert.That((await FindAsync(machine, new BrowserWish())).ExecutablePath, Is.EqualTo(Shell));
        machine.Files.Remove(Shell);
        Assert.That((await FindAsync(machine, new BrowserWish())).ExecutablePath, Is.EqualTo(Full));
        Assert.That(machine.Ran, Is.Empty);
    }

    [Test]
    public void The_wrapper_script_of_Debian_is_not_a_browser() => Assert.That(
        () => FindAsync(new FakeMachine { Files = { "/usr/bin/chromium" } }, new BrowserWish(NoInstall: true)),
        Throws.InstanceOf<BrowserSetupException>());

    [Test]
    public async Task Without_leave_to_install_the_error_lists_what_was_tried_and_what_to_do()
    {
        var machine = new FakeMachine();
        var error = await Assert.ThrowsAsync<BrowserSetupException>(() => FindAsync(machine, new BrowserWish(NoInstall: true)));
        Assert.That(error!.Message, Does.Contain("KMSI_CHROMIUM: not set").And.Contain(FakeMachine.Playwrights).And.Contain(Shell)
            .And.Contain("forbidden by --no-install").And.Contain("apt-get install -y --no-install-recommends")
            .And.Contain("--browser simulated"));
        Assert.That(machine.Ran, Is.Empty);
    }

    [Test]
    public async Task Playwrights_installer_comes_before_the_packages()
    {
        var machine = new FakeMachine();
        machine.On("node", () => machine.Files.Add(FakeMachine.Playwrights));
        Assert.That((await FindAsync(machine, new BrowserWish())).ExecutablePath, Is.EqualTo(FakeMachine.Playwrights));
        Assert.That(machine.Ran, Is.EqualTo(new[] { "node cli.js install" }));
    }

    [Test]
    public async Task Debians_packages_are_installed_when_Playwright_cannot([Values] bool compiler)
    {
        var machine = new FakeMachine { HasCompiler = compiler };
        machine.On("apt-get install", () => machine.Files.Add(Shell));
        Assert.That((await FindAsync(machine, new BrowserWish())).ExecutablePath, Is.EqualTo(Shell));
        Assert.That(machine.Ran, Is.EqualTo(new[]
        {
            "node cli.js install",
            "apt-get update",
            "apt-get install -y --no-install-recommends chromium-headless-shell chromium" + (compiler ? "" : " libfaketime"),
        }));
        Assert.That(_said, Has.Some.Contains("Playwright's installer failed: no network"));
    }

    [Test]
    public async Task Another_user_installs_with_sudo_only_where_it_asks_for_no_password([Values] bool free)
    {
        var machine = new FakeMachine { IsRoot = false };
        if (free)
        {
            machine.On("sudo -n true", () => { });
            machine.On("sudo -n apt-get install", () => machine.Files.Add(Shell));
            Assert.That((await FindAsync(machine, new BrowserWish())).ExecutablePath, Is.EqualTo(Shell));
        }
        else
        {
            Assert.That(() => FindAsync(machine, new BrowserWish()),
                Throws.InstanceOf<BrowserSetupException>().With.Message.Contains("needs root"));
            Assert.That(machine.Ran, Has.None.Contains("apt-get"));
        }
    }

    [Test]
    public void Elsewhere_no_packages_are_installed()
    {
        var machine = new FakeMachine { Release = ["ID=fedora"] };
        Assert.That(() => FindAsync(machine, new BrowserWish()),
            Throws.InstanceOf<BrowserSetupException>().With.Message.Contains("neither Debian nor Ubuntu"));
        Assert.That(machine.Ran, Is.EqualTo(new[] { "node cli.js install" }));
    }

    [Test]
    public async Task Windows_and_macOS_have_places_of_their_own()
    {
        const string chrome = @"C:\Program Files\Google\Chrome\Application\chrome.exe";
        var windows = new FakeMachine
        {
            System = MachineSystem.Windows, Variables = { ["ProgramFiles"] = @"C:\Program Files" }, Files = { chrome },
        };
        Assert.That((await FindAsync(windows, new BrowserWish())).ExecutablePath, Is.EqualTo(chrome));

        const string edge = "/Users/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge";
        var mac = new FakeMachine { System = MachineSystem.MacOS, Variables = { ["HOME"] = "/Users/me" }, Files = { edge } };
        Assert.That((await FindAsync(mac, new BrowserWish())).ExecutablePath, Is.EqualTo(edge));
    }

    private Task<FoundBrowser> FindAsync(FakeMachine machine, BrowserWish wish) =>
        new BrowserSetup(machine, _said.Add).FindAsync(wish, CancellationToken.None);

    private sealed class FakeMachine : IMachine
    {
        public const string Playwrights = "/cache/chromium-1/chrome";
        private readonly Dictionary<string, Action> _succeeds = new(StringComparer.Ordinal);

        public MachineSystem System { get; init; } = MachineSystem.Linux;

        public bool IsRoot { get; init; } = true;

        public bool HasCompiler { get; init; } = true;

        public IReadOnlyList<string> Release { get; init; } = ["NAME=\"Debian GNU/Linux\"", "ID=debian"];

        public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

        public List<string> Ran { get; } = [];

        public Command? PlaywrightInstaller { get; } = new("node", "cli.js", "install");

        public bool FileExists(string path) => Files.Contains(path);

        public IReadOnlyList<string> Lines(string path) => path == "/etc/os-release" ? Release : [];

        public string? Variable(string name) => Variables.GetValueOrDefault(name);

        public Task<IReadOnlyList<string>> PlaywrightChromiumsAsync(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<string>>([Playwrights]);

        public void On(string beginning, Action success) => _succeeds[beginning] = success;

        public Task<string?> RunAsync(Command command, Action<string> progress, CancellationToken cancellation)
        {
            Ran.Add(command.ToString());
            var success = _succeeds.Where(known => command.ToString().StartsWith(known.Key, StringComparison.Ordinal))
                .Select(known => known.Value).FirstOrDefault();
            success?.Invoke();
            return Task.FromResult(success is null ? "no network" : null);
        }
    }
}
