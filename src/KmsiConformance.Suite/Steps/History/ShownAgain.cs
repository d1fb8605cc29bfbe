namespace KmsiConformance.Suite.Steps.History;

/// <summary>What steps share that show a page again.</summary>
internal static class ShownAgain
{
    /// <summary>What must be seen.</summary>
    /// <exception cref="SuiteException">Nothing is said of it.</exception>
    public static ByProfile<string> Expected(StepSource source) => source.Expect is null
        ? throw source.Value.Problem(
            "Expected 'expect: nobody-signed-in', 'prompt', 'silent' or 'app-session' beside it: a page that is shown again, whatever it "
            + "is, proves nothing.")
        : source.Expectation("");

    /// <summary>Why an app's page cannot be shown again.</summary>
    public static IEnumerable<string> Misfits(Scenario scenario, string app)
    {
        if (scenario.Apps.TryGetValue(app, out var asked) && asked.Kind is "native" or "spa")
            yield return $"{app} is an app of kind {asked.Kind}: the browser's history has no page of it that is asked for again. Use an "
                + "app of kind web.";
    }
}
