using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.Accounts;

namespace KmsiConformance.Suite.Steps.SignIn;

/// <summary>A step that fills in a credential page.</summary>
public abstract record CredentialsStep(StepPlace Place, string App, ByProfile<string> Expect, string User) : VisitStep(Place, App, Expect)
{
    /// <summary>Leaves the question unanswered.</summary>
    protected const string Abandon = "abandon";

    /// <summary>True ticks the box, false leaves it unticked, null does not touch it.</summary>
    public bool? KeepMeSignedIn { get; init; }

    /// <summary>Type a password that is not the user's.</summary>
    public bool WrongPassword { get; init; }

    /// <summary>Type the password that the user had before it was changed.</summary>
    public bool FormerPassword { get; init; }

    /// <summary>Type a password that is nearly the user's: <c>other-case</c> or <c>cut-short</c>; null for none.</summary>
    public string? NearPassword { get; init; }

    /// <summary>Type a one-time code that is not the user's.</summary>
    public bool WrongCode { get; init; }

    /// <summary>Type the one-time code with which the user was let in last, while it is still shown.</summary>
    public bool CodeAgain { get; init; }

    /// <summary>Type a one-time code of the user's that is shown no more.</summary>
    public bool CodeRunOut { get; init; }

    /// <summary>The answer to the question whether to stay signed in: <c>yes</c>, <c>no</c>, <c>abandon</c>, or null for none.</summary>
    public string? StaySignedIn { get; init; }

    /// <summary>What the box beside that question is set to; null leaves it as it is.</summary>
    public bool? DoNotAskAgain { get; init; }

    /// <summary>Says no where the login endpoint asks for consent.</summary>
    public bool RefusesConsent { get; init; }

    /// <summary>What is typed makes no sense under a policy.</summary>
    protected IEnumerable<string> EntryMisfits(PolicyRequest policy)
    {
        if (DoNotAskAgain is not null && StaySignedIn is null or Abandon)
            yield return "'do-not-ask-again' is the box beside a question: say by 'stay-signed-in' how that is answered, or leave it out.";
        if ((WrongCode || CodeAgain || CodeRunOut) && policy is { File: null, SecondFactor: false })
            yield return "Nobody asks for a one-time code here: write 'policy: { second-factor: true }', or leave 'one-time-code' out.";
    }

    /// <summary>There is no former password unless a step before it has changed the one that there was.</summary>
    protected IEnumerable<string> FormerMisfits(Scenario scenario)
    {
        if (FormerPassword && !scenario.Steps.TakeWhile(step => step != this).Any(step =>
            step is AccountStep { What: AccountEvents.PasswordChanged } changed && changed.User == User))
            yield return $"No step before it changes the password of {User}: write 'account: {{ user: {User}, event: password-changed }}'.";
    }

    /// <summary>What is typed, for the text of the step.</summary>
    protected IEnumerable<string> EntryWords()
    {
        if (WrongPassword) yield return " with a wrong password";
        if (FormerPassword) yield return " with the password from before";
        if (NearPassword == "cut-short") yield return " with the password cut short";
        if (NearPassword == "other-case") yield return " with the password in the other case";
        if (WrongCode) yield return " with a wrong one-time code";
        if (CodeAgain) yield return " with the one-time code used before";
        if (CodeRunOut) yield return " with a one-time code that has run out";
    }

    /// <summary>What is ticked and answered, for the text of the step.</summary>
    protected IEnumerable<string> AnswerWords()
    {
        if (KeepMeSignedIn is { } ticked) yield return ticked ? ", box ticked" : ", box unticked";
        if (StaySignedIn == Abandon) yield return ", leaving the question open";
        else if (StaySignedIn is not null) yield return $", answering {StaySignedIn}{(DoNotAskAgain == true ? " for good" : "")}";
        if (RefusesConsent) yield return ", refusing consent";
    }
}
