namespace KmsiConformance.Tests.House.Commands;

/// <summary>The runs, keys and target files that the pages speak of, made by the program itself.</summary>
internal static class UserRuns
{
    private const string OnEveryBrowser = "run --browser all --out DIR";

    /// <summary>Commands of the pages that take long and are run here already.</summary>
    public static readonly IReadOnlyList<string> Played = [OnEveryBrowser, "run --browser all", "run --browser firefox"];

    private static readonly (int Code, string Command)[] First =
    [
        (0, "run --profile nist-800-63b-3 --browser simulated --out reports/certified"),
        (0, "run --browser simulated --only sign-out/* --out reports/before"),
        (1, "run --browser simulated --only sign-out/* --fault keeps-session-after-sign-out --out reports/after"),
        .. Parts(4, "part"), .. Parts(3, "worker"), .. Parts(2, "half"),
        (0, OnEveryBrowser + " --only sign-out/signing-out-twice"),
        (0, "probe {site}/account/groceries --user alice=env:PASSWORD --browser simulated --trust served.pem --out my-target.yaml"),
        (0, "measure {site}/account/groceries --user alice=env:PASSWORD --browser simulated --trust served.pem --out reports/measure"),
        (0, "keys new --out vendor.key"),
        (0, "keys new --out sealed.key --password env:KEY_PASSWORD"),
        (0, "new my-first.yaml"),
        (1, "explore --profile oidc --fault hides-box --seed 1 --runs 5 --out found"),
    ];

    private static readonly (int Code, string Command)[] Then =
    [
        (3, "merge reports/part-1 reports/part-2 reports/part-4 --out reports/merged"),
        (0, "timings reports/before"),
        (0, "pack reports/certified --key vendor.key --out RUN.pack.zip"),
        (0, "baseline write reports/after --reason known --owner jane --until 2999-01-01"),
    ];

    // The same under other names.
    private static readonly (string Made, string Named)[] Named =
    [
        ("reports/before", "reports/RUN"), ("reports/before", "reports/LAST-NIGHT"), ("reports/after", "reports/TONIGHT"),
        ("reports/after", "reports/tonight"), ("reports/half-1", "reports/A"), ("reports/half-2", "reports/B"),
        ("reports/merged", "RUN/merged"), ("reports/measure", "reports/measure-20261127-194338"),
    ];

    private static IEnumerable<(int Code, string Command)> Parts(int all, string name) =>
        Enumerable.Range(1, all).Select(part =>
            (0, $"run --browser simulated --shard {part}/{all} --out reports/{name}-{part} {PlayedCommand.Few}"));

    /// <summary>Makes them.</summary>
    /// <param name="folder">Where the pages have them.</param>
    /// <param name="site">The address of a site that runs.</param>
    public static async Task MakeAsync(UserFolder folder, string site)
    {
        foreach (var commands in new[] { First, Then })
            await Parallel.ForEachAsync(commands, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (one, _) =>
                await folder.RunAsync(one.Code, one.Command.Replace("{site}", site, StringComparison.Ordinal)));
        foreach (var (made, named) in Named) folder.Copy(made, named);
        File.Copy(folder.At("my-first.yaml"), folder.At("FILE.yaml"));
        File.Copy(Directory.EnumerateFiles(folder.At("found"), "*.yaml", SearchOption.AllDirectories).First(), folder.At("found.yaml"));
        var target = folder.At("my-target.yaml");
        var probed = await File.ReadAllTextAsync(target);
        await File.WriteAllTextAsync(target, probed.Replace("not said yet", "nothing is promised", StringComparison.Ordinal));
    }
}
