using KmsiConformance.Ledger;

namespace KmsiConformance.Tests.Reporting;

/// <summary>A run with every verdict, a failure that is known, and texts that try to be more than text.</summary>
internal static class EveryVerdict
{
    public const string Hostile = "lifetime/hostile";

    /// <summary>A title, a reason and so on of somebody who means no good.</summary>
    public const string Attack =
        "x\r\n::error::mine\n##vso[task.setvariable variable=a]b ##[command]c <img src=x> | [a](https://evil.example) @all `z` 100%; a,b:c";

    public static SampleRun Write()
    {
        var run = SampleCatalogue.Write(add: AddMore);
        var read = run.Folder.ReadRun();
        run.Folder.WriteRun(read.With([.. read.Scenarios.Select(scenario =>
            scenario.Id switch
            {
                "sign-out/skipped" => scenario with { Verdict = Verdict.Skipped },
                "lifetime/flaky" => scenario with
                {
                    Verdict = Verdict.Flaky, Attempts = 2, Shown = 1,
                    Tries = [new AttemptRecord(Verdict.Failed, "this"), new AttemptRecord(Verdict.Passed, null)],
                },
                _ => scenario,
            })])
            with { Notes = [.. read.Notes, Attack] });
        return run;
    }

    private static void AddMore(SampleRun run)
    {
        run.Add("sign-out/skipped", "What was not reached", "R-074").Skipped("Open groceries");
        var known = run.Add("lifetime/known", "It is known to fail", "R-050").Step("Look", () => { }, Verdict.Failed, "this", "that");
        (known.Known, known.Violates) = (new KnownFailureRecord("it is off as it comes", StillSeen: true), "specification");
        run.Add("lifetime/flaky", "It fails now and then", "R-050").Step("Look", () => { }, Verdict.Failed, "this", "that");
        var hostile = run.Add(Hostile, Attack, "R-050").Step(Attack, () => { }, Verdict.Failed, Attack, Attack);
        hostile.Reason = Attack;
    }
}
