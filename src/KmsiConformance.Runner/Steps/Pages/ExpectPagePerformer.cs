using KmsiConformance.Checks;
using KmsiConformance.Checks.KeepMeSignedIn;
using KmsiConformance.Checks.Pages;
using KmsiConformance.Checks.SecondFactor;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Suite.Steps.Pages;

namespace KmsiConformance.Runner.Steps.Pages;

/// <summary>Looks at the pages that were shown.</summary>
internal sealed class ExpectPagePerformer : LookingPerformer<ExpectPageStep>
{
    protected override IEnumerable<Check> Checks(JudgedWorld world, ExpectPageStep step, string profile)
    {
        if (step.IsKeptFromStores) yield return new PageIsKeptFromStores();
        if (step.AnswerIsKeptFromStores) yield return new AnswerIsKeptFromStores();
        if (step.RedirectIsNotStored) yield return new RedirectWithCodeIsNotStored();
        if (step.FramingIsRefused) yield return new CredentialPageIsNotFramed();
        if (step.BoxIsUnticked) yield return new BoxIsUnticked();
        if (step.KeepMeSignedInOffered is { } offered) yield return new BoxIsOffered(offered);
        if (step.StaySignedInShown == true)
        {
            yield return new QuestionIsAsked();
            yield return new QuestionComesAfterTheCredentials();
        }

        if (step.StaySignedInShown == false) yield return new QuestionIsNotAsked();
        if (step.SecondFactorAsked is { } asked) yield return asked ? new SecondFactorIsAsked() : new SecondFactorIsNotAsked();
    }
}
