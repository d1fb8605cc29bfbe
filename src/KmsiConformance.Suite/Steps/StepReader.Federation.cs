using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <content>Steps about identity providers.</content>
internal static partial class StepReader
{
    private static SignInAtStep SignInAt(YamlValue verb) => new(verb.Line, verb.Get("provider").Text, verb.Get("user").Text);

    private static ExpectAskedStep ExpectAsked(YamlValue verb) =>
        new(verb.Line, verb.Get("provider").Text, verb.Get("for").Text, verb.Find("times")?.Number() ?? 1);
}
