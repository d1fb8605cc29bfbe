using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>Exit codes are a contract, and every message says what to do.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ExitCodeTests
{
    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Path.Combine(Path.GetTempPath(), $"kmsi-cli-{Guid.NewGuid():N}");

    [TearDown]
    public void Delete()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        if (File.Exists(_folder)) File.Delete(_folder);
    }

    [Test]
    public async Task A_conformant_target_is_0_and_leaves_a_result()
    {
        var (code, output, _) = await Kmsi.RunAsync("run", "--browser", "simulated", "--only", "sign-in/a-live*", "--out", _folder);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, output);
            Assert.That(
                output,
                Does.Contain("PASSED").And.Contain("sign-in/a-live-session-asks-for-nothing").And.Contain("\nConformant. 1 scenario"));
            Assert.That(new RunFolder(_folder).ReadRun().Counts["PASSED"], Is.EqualTo(1));
            Assert.That(File.Exists(Path.Combine(_folder, "report.html")), Is.True);
            Assert.That(File.Exists(Path.Combine(_folder, "junit.xml")), Is.True);
        });
    }

    [Test]
    public async Task A_target_with_a_fault_is_1_and_the_fault_is_recorded()
    {
        var (code, output, _) = await Kmsi.RunAsync("run", "--browser", "simulated", "--fault", "accepts-any-password", "--only",
            "sign-in/a-wrong-password-creates*", "--out", _folder);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1), output);
            Assert.That(output, Does.Contain("Expected rejected").And.Contain("\nNot conformant. 1 scenario"));
            Assert.That(new RunFolder(_folder).ReadRun().Fault, Is.EqualTo("accepts-any-password"));
        });
    }

    [Test]
    public async Task Several_faults_act_together_and_are_recorded()
    {
        var (code, output, error) = await Kmsi.RunAsync("run", "--browser", "simulated", "--fault", "hides-box", "--fault",
            "never-extends-sessions", "--only", "keep-me-signed-in/the-page-offers*", "--only", "lifetime/rolling-is-extended-by-every*",
            "--out", _folder);
        Assert.That(code, Is.EqualTo(1), output + error);
        var run = new RunFolder(_folder).ReadRun();
        Assert.That(run.Fault, Is.EqualTo("hides-box, never-extends-sessions"));
        Assert.That(run.Counts["FAILED"], Is.EqualTo(2), output);
    }

    [Test]
    public async Task No_scenario_selected_is_5_and_leaves_nothing()
    {
        var (code, _, error) = await Kmsi.RunAsync("run", "--browser", "simulated", "--only", "nowhere/*", "--out", _folder);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(5));
            Assert.That(error, Does.Contain("nowhere/*").And.Contain("kmsi list"));
            Assert.That(Directory.Exists(_folder), Is.False);
        });
    }

    [TestCase("--profile b2c-1999-01", "b2c-2020-12")]
    [TestCase("--fault no-such-fault", "kmsi faults --list")]
    [TestCase("--fault keeps-twice-as-long --fault expires-kept-sessions-late", "decide the same point, Session.ServerLifetime")]
    [TestCase("--target nowhere", "reference")]
    [TestCase("--workers 0", "1 or more")]
    [TestCase("--frobnicate", "kmsi --help")]
    [TestCase("--scenarios docs", "profiles.yaml")]
    [TestCase("--chromium no-such-file", "does not exist")]
    [TestCase("--browser simulated --clock process", "--clock virtual")]
    public async Task Wrong_use_is_2_and_the_message_shows_the_way(string arguments, string says)
    {
        var (code, _, error) = await Kmsi.RunAsync(["run", "--out", _folder, .. arguments.Split(' ')]);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(error, Does.Contain(says));
        });
    }

    [Test]
    public async Task A_report_folder_that_cannot_be_written_is_2_before_anything_runs()
    {
        await File.WriteAllTextAsync(_folder, "a file where the folder should be");
        var (code, output, error) = await Kmsi.RunAsync("run", "--browser", "simulated", "--only", "sign-in/a-live*", "--out", _folder);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(error, Does.Contain(_folder).And.Contain("--out"));
            Assert.That(output, Does.Not.Contain("PASSED"));
        });
    }

    [Test]
    public async Task A_folder_that_holds_a_run_is_not_written_over()
    {
        await Kmsi.RunAsync("run", "--browser", "simulated", "--only", "sign-in/a-live*", "--out", _folder);
        var first = await File.ReadAllTextAsync(Path.Combine(_folder, "run.json"));
        var (code, _, error) = await Kmsi.RunAsync("run", "--browser", "simulated", "--only", "sign-in/*", "--out", _folder);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(error, Does.Contain("already holds a run"));
            Assert.That(File.ReadAllText(Path.Combine(_folder, "run.json")), Is.EqualTo(first));
        });
    }

    [Test]
    public async Task A_port_in_use_is_2_and_is_named()
    {
        using var occupied = new TcpListener(IPAddress.Loopback, 0);
        occupied.Start();
        var port = ((IPEndPoint)occupied.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var (code, _, error) = await Kmsi.RunAsync("serve", "--policy", "scenarios/policies/2020-12-thirty-days.xml", "--port", port);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain(port));
    }

    [Test]
    public async Task A_policy_with_a_dtd_is_2_with_its_place()
    {
        await File.WriteAllTextAsync(_folder, "<!DOCTYPE x [<!ENTITY a \"b\">]>\n<TrustFrameworkPolicy/>");
        var (code, _, error) = await Kmsi.RunAsync("serve", "--policy", _folder);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(error, Does.Contain(Path.GetFileName(_folder)).And.Contain("DOCTYPE"));
        });
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Ctrl_C_is_130_and_leaves_what_is_no_result()
    {
        using var kmsi = Kmsi.Start("run", "--browser", "simulated", "--only", "clock/a-short-cookie-in-real-time", "--only",
            "sign-in/a-live*", "--workers", "2", "--out", _folder);
        Assert.That(await kmsi.LineAsync(), Does.Contain("sign-in/a-live"));
        kmsi.Interrupt();
        var (code, _, error) = await kmsi.EndAsync();
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(130));
            Assert.That(error, Does.Contain("of 2 scenarios have a result; there is none of the whole"));
            Assert.That(new RunFolder(_folder).ReadRun().Complete, Is.False);
            Assert.That(File.Exists(Path.Combine(_folder, "report.html")), Is.False);
        });
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Ctrl_C_in_one_of_several_browsers_names_the_folder_that_goes_on()
    {
        using var kmsi = Kmsi.Start("run", "--browser", "all", "--only", "clock/a-short-cookie-in-real-time", "--only",
            "sign-in/a-live*", "--workers", "2", "--out", _folder);
        Assert.That(await kmsi.LineAsync(), Does.Contain("sign-in/a-live"));
        kmsi.Interrupt();
        var (code, _, error) = await kmsi.EndAsync();
        Assert.That(code, Is.EqualTo(130));
        Assert.That(error, Does.Contain($"kmsi run --resume {Path.Combine(_folder, "simulated")}"));
    }

    [Test]
    [Category("Browser")]
    [Platform("Linux")]
    public async Task Ctrl_C_leaves_no_browser_and_no_profile()
    {
        using var kmsi = Kmsi.Start("run", "--only", "clock/a-short-cookie-in-real-time", "--only", "sign-in/a-live*", "--workers", "2",
            "--out", _folder);
        Assert.That(await kmsi.LineAsync(), Does.Contain("sign-in/a-live"));
        var profiles = $"kmsi-profile-{kmsi.Id}-*";
        Assert.That(Directory.EnumerateDirectories(Path.GetTempPath(), profiles), Is.Not.Empty, "a browser is running");

        kmsi.Interrupt();
        var (code, _, _) = await kmsi.EndAsync();

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(130));
            Assert.That(Directory.EnumerateDirectories(Path.GetTempPath(), profiles), Is.Empty);
            Assert.That(Directory.EnumerateDirectories("/proc")
                .Where(process => CommandLine(process).Contains($"kmsi-profile-{kmsi.Id}-", StringComparison.Ordinal)), Is.Empty);
        });
    }

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
