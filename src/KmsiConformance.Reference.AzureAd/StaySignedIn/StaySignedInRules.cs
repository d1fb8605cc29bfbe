using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.AzureAd.StaySignedIn;

/// <summary>The question whether to stay signed in.</summary>
public class StaySignedInRules : RuleTopic
{
    /// <summary>Whether a reason against asking is heeded .</summary>
    public virtual bool Heeds(NoQuestion reason) => true;

    /// <summary>Whether conditional access decides for a user .</summary>
    /// <param name="named">Whether it was set up for that user.</param>
    public virtual bool ConditionalAccessApplies(bool named) => named;

    /// <summary>Whether users are asked at all where nothing speaks against it .</summary>
    public virtual bool AsksToStaySignedIn => true;

    /// <summary>Whether the question comes before the password was checked: never .</summary>
    public virtual bool AsksBeforeThePassword => false;

    /// <summary>Whether the session outlives the browser after this answer .</summary>
    /// <param name="method">How the user was authenticated, which makes no difference.</param>
    public virtual bool StaysSignedIn(bool saidYes, AzureAdSignInMethod method) => saidYes;

    /// <summary>The answer that is remembered for good: the one that was given .</summary>
    public virtual bool AnswerForGood(bool saidYes) => saidYes;

    /// <summary>For whom a user consents: for nobody else .</summary>
    public virtual string ConsentsFor(string user) => user;

    /// <summary>Whether an answer is remembered as consent, which is then not asked for again: a yes alone (N-68).</summary>
    public virtual bool RemembersConsent(bool accepted) => accepted;

    /// <summary>Whether a sign-in is logged as a success once the question was answered, whatever the answer .</summary>
    public virtual bool LogsTheSuccess(bool stays) => true;

    /// <summary>Whether a sign-in that stops at the question is logged with 50140 .</summary>
    public virtual bool LogsTheInterrupt => true;

    /// <summary>Whether the application gets its code while the question still waits for an answer: never .</summary>
    public virtual bool DeliversCodeBeforeTheAnswer => false;
}
