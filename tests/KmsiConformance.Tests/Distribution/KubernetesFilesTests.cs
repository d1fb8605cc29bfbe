using System.Text.Json.Nodes;
using KmsiConformance.Cli;
using KmsiConformance.Tests.Peers;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Distribution;

/// <summary>The files for Kubernetes fit its schema, agree with each other, and know the program's exit codes.</summary>
internal sealed class KubernetesFilesTests
{
    private static readonly string[] Objects = ["reports.yaml", "run.yaml", "merge.yaml"];

    [TestCaseSource(nameof(Objects))]
    public void It_fits_the_schema(string file) => Assert.That(Misfits(KubernetesFolder.Read(file)), Is.Empty);

    [Test]
    public void The_queue_fits_the_schema_too()
    {
        var objects = KubernetesFolder.ReadOfQueue("queue.yaml");
        Assert.That(objects.Select(one => one["kind"]!.GetValue<string>()), Is.EqualTo(new[] { "Deployment", "Service" }));
        Assert.That(Misfits([.. objects]), Is.Empty);
    }

    [TestCase("\"podFailurePolicy\"", "\"podFailPolicy\"", "podFailPolicy is unknown")]
    [TestCase("\"backoffLimitPerIndex\":2", "\"backoffLimitPerIndex\":\"two\"", "must be integer")]
    public void What_does_not_fit_is_noticed(string right, string wrong, string problem)
    {
        var text = new JsonArray(KubernetesFolder.Read("run.yaml")).ToJsonString();
        Assert.That(text, Does.Contain(right));
        Assert.That(NodePeer.Ask("kubernetes.cjs", text.Replace(right, wrong, StringComparison.Ordinal)).ToString(), Does.Contain(problem));
    }

    [Test]
    public void The_folder_names_its_files() => Assert.That(
        KubernetesFolder.Read("kustomization.yaml")["resources"]!.AsArray().Select(name => name!.GetValue<string>()), Is.EqualTo(Objects));

    // A verdict is not tried again; what the harness could not do is.
    [TestCase("run.yaml", "FailIndex")]
    [TestCase("merge.yaml", "FailJob")]
    public void A_verdict_ends_it_and_a_failure_of_the_harness_does_not(string file, string action)
    {
        var rules = KubernetesFolder.Read(file)["spec"]!["podFailurePolicy"]!["rules"]!.AsArray();
        var ends = rules.Single(rule => rule!["action"]!.GetValue<string>() == action)!["onExitCodes"]!["values"]!.AsArray();
        Assert.That(ends.Select(code => code!.GetValue<int>()), Is.EqualTo(new[]
        {
            ExitCodes.NotConformant, ExitCodes.WrongUse, ExitCodes.BaselineOutOfDate, ExitCodes.NothingRan,
        }));
        Assert.That(ends.Select(code => code!.GetValue<int>()), Does.Not.Contain(ExitCodes.Infrastructure));
    }

    [Test]
    public void The_number_of_parts_is_the_same_everywhere()
    {
        var run = KubernetesFolder.Read("run.yaml")["spec"]!;
        var parts = run["completions"]!.GetValue<int>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run["parallelism"]!.GetValue<int>(), Is.EqualTo(parts));
            Assert.That(run["maxFailedIndexes"]!.GetValue<int>(), Is.EqualTo(parts), "no part keeps the others from running");
            foreach (var file in (string[])["run.yaml", "merge.yaml"])
                Assert.That(
                    KubernetesFolder.Container(file)["env"]!.AsArray()
                        .Single(variable => variable!["name"]!.GetValue<string>() == "JOB_COMPLETIONS")!["value"]!.GetValue<string>(),
                    Is.EqualTo($"{parts}"), file);
        }
    }

    [TestCase("run.yaml")]
    [TestCase("merge.yaml")]
    public void Nothing_runs_as_root_or_writes_beside_its_volumes(string file)
    {
        var pod = KubernetesFolder.Read(file)["spec"]!["template"]!["spec"]!["securityContext"]!;
        var container = KubernetesFolder.Container(file)["securityContext"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pod["runAsNonRoot"]!.GetValue<bool>());
            Assert.That(File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile")),
                Does.Contain($"USER {pod["runAsUser"]}:{pod["runAsGroup"]}"));
            Assert.That(container["readOnlyRootFilesystem"]!.GetValue<bool>());
            Assert.That(container["allowPrivilegeEscalation"]!.GetValue<bool>(), Is.False);
        }
    }

    // kubectl is no part of what this repository installs: where it is not, nobody has looked.
    [TestCase(false)]
    [TestCase(true)]
    public async Task Kustomize_puts_the_names_and_numbers_where_they_belong(bool queue)
    {
        string output, error;
        int code;
        try
        {
            (code, output, error) = await OtherProgram.RunAsync(
                "kubectl", Repository.Root, new Dictionary<string, string?>(StringComparer.Ordinal), "kustomize",
                queue ? KubernetesFolder.WithQueue : KubernetesFolder.Path);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("kubectl is not installed here.");
            return;
        }

        Assert.That(code, Is.Zero, error);
        var made = YamlFile.Documents(output);
        Assert.That(made.Select(one => one["metadata"]!["name"]!.GetValue<string>()),
            Is.SupersetOf(new[] { "kmsi-reports", "kmsi-run-first", "kmsi-merge-first" }));
        Assert.That(output, Does.Not.Contain("NAME\n"));
        Assert.That(output.Contains("KMSI_QUEUE: redis://kmsi-queue", StringComparison.Ordinal), Is.EqualTo(queue));
        Assert.That(Misfits([.. made]), Is.Empty);
    }

    private static IEnumerable<string> Misfits(params JsonNode[] objects) =>
        NodePeer.Ask("kubernetes.cjs", new JsonArray([.. objects]).ToJsonString()).EnumerateArray().Select(one => one.GetString()!);
}
