using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <content>Steps about codes and tokens.</content>
internal static partial class StepReader
{
    private static MisuseCodeStep MisuseCode(YamlValue verb)
    {
        var step = new MisuseCodeStep(verb.Line, verb.Get("app").Text, verb.Get("with").Text, verb.Find("by")?.Text);
        return step.With == "other-client" == (step.By is not null)
            ? step
            : throw verb.Problem("'by' names the app whose client id is tried: it goes with 'other-client', and only with that.");
    }

    private static RefreshStep Refresh(YamlValue verb, YamlValue? expect) => new(verb.Line, verb.Text, Expectation(expect, RefreshStep.Refreshed));

    private static ExpectTokenStep ExpectToken(YamlValue verb)
    {
        var step = new ExpectTokenStep(verb.Line, verb.Get("app").Text, verb.Find("user")?.Text, verb.Find("auth-time")?.Text == "sign-in");
        return step is { User: null, AuthTimeIsSignIn: false }
            ? throw verb.Problem("Expected 'user' or 'auth-time': a look at a token that demands nothing proves nothing.")
            : step;
    }
}
