using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <content>Steps about pages that come between.</content>
internal static partial class StepReader
{
    private static Step ExpectPage(YamlValue verb)
    {
        if (verb.Find(Interrupt.StaySignedIn) is { } question) return new ExpectQuestionStep(verb.Line, question.Text == "shown");
        if (verb.Find(Interrupt.SecondFactor) is { } factor) return new ExpectSecondFactorStep(verb.Line, factor.Text == "asked");
        return new ExpectPageStep(verb.Line, verb.Get("keep-me-signed-in").Text == "offered");
    }
}
