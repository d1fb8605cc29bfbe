using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <content>Steps about the question whether to stay signed in.</content>
internal static partial class StepReader
{
    private static Step ExpectPage(YamlValue verb) => verb.Find(Interrupt.StaySignedIn) is { } question
        ? new ExpectQuestionStep(verb.Line, question.Text == "shown")
        : new ExpectPageStep(verb.Line, verb.Get("keep-me-signed-in").Text == "offered");
}
