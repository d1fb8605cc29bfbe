using KmsiConformance.Checks;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.StaySignedIn;

internal sealed class QuestionComesAfterTheCredentialsTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new QuestionComesAfterTheCredentials())
            .Passes("credentials and then the question", Visited, AskedLogin, Prompt, Posted, Question)
            .Fails("a question before the credentials", Visited, AskedLogin, Question, QuestionAnswered, Prompt, Posted)
            .Fails("credentials that were given after the question alone", Visited, AskedLogin, Question, Posted)
            .Fails("a question without credentials", Visited, AskedLogin, Question)
            .Fails("credentials again after the question", Visited, AskedLogin, Prompt, Posted, Question, QuestionAnswered, Prompt)
            .Passes(
                "no credentials after the question",
                Visited, AskedLogin, Prompt, Posted, Question, QuestionAnswered, Code, Began("groceries"), AppPage)
            .CannotTell("nobody who asks", Visited, AskedLogin, Prompt, Posted),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
