using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <content>Steps about sign-out.</content>
internal static partial class StepReader
{
    private static SignOutStep SignOut(YamlValue verb, YamlValue? expect) => new(
        verb.Line,
        verb.IsMap ? verb.Get("app").Text : verb.Text,
        Expectation(expect, "signed-out"),
        verb.IsMap ? Manner(verb) : new SignOutManner())
    {
        Confirms = verb.IsMap && verb.Find("confirm")?.Text == "yes",
    };

    private static SignOutManner Manner(YamlValue verb)
    {
        var standard = new SignOutManner();
        return new SignOutManner(
            verb.Find("hint")?.Text ?? standard.Hint,
            verb.Find("client-id")?.Text != "none",
            verb.Find("method")?.Text ?? standard.Method,
            verb.Find("return-to")?.Text ?? standard.ReturnTo,
            verb.Find("state")?.Text ?? standard.State);
    }

    private static ExpectNotifiedStep ExpectNotified(YamlValue verb)
    {
        if (!verb.IsMap) return new ExpectNotifiedStep(verb.Line, null, ByProfile<string>.Always("1"));
        return new ExpectNotifiedStep(verb.Line, verb.Get("app").Text, verb.Find("times") is { } times ? Expectation(times, "1") : ByProfile<string>.Always("1"));
    }
}
