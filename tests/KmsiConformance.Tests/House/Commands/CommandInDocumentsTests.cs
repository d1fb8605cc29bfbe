using System.Diagnostics.CodeAnalysis;
using KmsiConformance.Tests.Cli;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Tests.Queues;
using NUnit.Framework;

namespace KmsiConformance.Tests.House.Commands;

/// <summary>
/// What the pages tell people to type works: each command is run, in a folder that holds what the pages speak of, and ends with 0, or
/// with 1 where <see cref="Wrong"/> says why.
/// </summary>
[Parallelizable(ParallelScope.Self)]
[SuppressMessage("Design", "CA1001", Justification = "The tear-down disposes.")]
internal sealed class CommandInDocumentsTests
{
    // What a page shows in order to show something that is wrong; all else ends with 0.
    private static readonly Dictionary<string, string> Wrong = new(StringComparer.Ordinal)
    {
        ["run --fault keeps-session-after-sign-out"] = "A fault is there to be caught.",
        ["run --fault keeps-twice-as-long"] = "The cookie lasts too long, also where a scenario is about something else.",
        ["run --fault hides-box --fault never-extends-sessions"] = "A fault is there to be caught.",
        ["run --browser simulated --only 'sign-out/*' --fault keeps-session-after-sign-out --out reports/after"] = "So is this one.",
        ["explore --profile oidc --fault keeps-session-after-sign-out --seed 20 --runs 100"] = "Exploring finds it.",
        ["faults --decisions"] = "A mutant survives in the few scenarios of a small profile.",
        ["faults --decisions --profile b2c-2020-12"] = "The same.",
        ["diff reports/before reports/after"] = "There is something that fails anew.",
        ["diff reports/LAST-NIGHT reports/TONIGHT"] = "The same.",
        ["diff reports/LAST-NIGHT reports/TONIGHT --out diff.html"] = "The same.",
        ["diff reports/LAST-NIGHT reports/TONIGHT --format markdown"] = "The same.",
        ["diff reports/LAST-NIGHT reports/TONIGHT --format markdown --out diff.html > comment.md"] = "The same.",
        ["lint policies/ --profile b2c-2018-08"] = "Policies of 2020 by the reading of 2018: two warnings.",
    };

    private UserFolder _folder = null!;
    private RedisServer _queue = null!;
    private Kmsi _site = null!;
    private string _address = "";

    private static IEnumerable<TestCaseData<DocumentedCommand>> Commands =>
        DocumentedCommand.All.Where(command => command.IsWhole)
            .ExceptBy(UserRuns.Played, command => command.Text)
            .DistinctBy(command => string.Join(' ', new PlayedCommand("site", "queue").Words(command)))
            .Select(command => new TestCaseData<DocumentedCommand>(command).SetArgDisplayNames(command.Place, command.Text));

    [OneTimeSetUp]
    public async Task Prepare()
    {
        _folder = UserFolder.New();
        _queue = await RedisServer.StartAsync();
        _site = Kmsi.StartIn(_folder.Path, UserFolder.Environment, "serve", "--profile", "web", "--certificate", "served.pem");
        _address = (await _site.LineAsync())!.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        await UserRuns.MakeAsync(_folder, _address);
    }

    [OneTimeTearDown]
    public void Remove()
    {
        _site.Dispose();
        _queue.Dispose();
        _folder.Dispose();
    }

    [TestCaseSource(nameof(Commands))]
    public async Task A_command_works(DocumentedCommand command)
    {
        if (command.Text.Contains("lemonldap-ng", StringComparison.Ordinal) && !LemonLdapTests.IsInstalled)
            Assert.Ignore("Debian's LemonLDAP::NG is not installed here: docs/targets/lemonldap-ng.md names its packages.");
        using var folder = _folder.Copied();
        var words = new PlayedCommand(_address, _queue.Address).Words(command);
        foreach (var made in Made(words)) Remove(folder.At(made));
        if (words is ["pack", var run, ..] && run != "verify") folder.Certify();
        if (words.Contains("--key-password", StringComparer.Ordinal)) folder.Seal();
        var (code, output, error) = await EndAsync(folder, words);
        Assert.That(code, Is.EqualTo(Wrong.ContainsKey(command.Text) ? 1 : 0), $"kmsi {string.Join(' ', words)}\n{output}\n{error}");
        Assert.That(Made(words).Where(made => !Path.Exists(folder.At(made))), Is.Empty, "It says where something is to be written.");
    }

    private static async Task<(int Code, string Output, string Error)> EndAsync(UserFolder folder, string[] words)
    {
        var isShipped = words.Any(word => word.StartsWith("scenarios/targets/", StringComparison.Ordinal));
        if (isShipped) await ShippedTarget.Turn.WaitAsync();
        try
        {
            using var kmsi = Kmsi.StartIn(folder.Path, UserFolder.Environment, words);
            if (words[0] == "serve") await EndServingAsync(kmsi);
            return await kmsi.EndAsync();
        }
        finally
        {
            if (isShipped) ShippedTarget.Turn.Release();
        }
    }

    [Test]
    public void What_is_wrong_on_purpose_is_shown_somewhere() =>
        Assert.That(Wrong.Keys.Except(DocumentedCommand.All.Select(command => command.Text)), Is.Empty);

    // Interrupted as soon as it says how; or, for a script, after its one line.
    private static async Task EndServingAsync(Kmsi kmsi)
    {
        string? line;
        do line = await kmsi.LineAsync();
        while (line is not null && !line.StartsWith('{') && !line.Contains("Ctrl-C", StringComparison.Ordinal));
        kmsi.Interrupt();
    }

    // Files and folders that a command line names as its results.
    private static IEnumerable<string> Made(string[] words) => words switch
    {
        ["new", var file, ..] => [file],
        ["keys", "new", "--out", var file, ..] => [file, file + ".pub"],
        ["baseline", "write", ..] => ["baseline.yaml"],
        _ => words.Zip(words.Skip(1)).Where(pair => pair.First == "--out").Select(pair => pair.Second),
    };

    private static void Remove(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        else File.Delete(path);
    }
}
