using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Renewal;

/// <summary>A check about a renewal in a hidden frame. Where nothing came back and nothing says why, it cannot tell.</summary>
/// <param name="app">The app that renews its tokens.</param>
/// <param name="expected">The demand in words.</param>
public abstract class RenewalCheck(string app, string expected) : Check
{
    /// <summary>The check for an expectation as scenarios write it.</summary>
    /// <exception cref="ArgumentException">There is no such expectation.</exception>
    public static Check For(string expectation, string app) => expectation switch
    {
        "renewed" => new TokensAreRenewed(app),
        _ when expectation.StartsWith(VisitOutcomes.ErrorLead, StringComparison.Ordinal) => new RenewalIsRefused(app,
            expectation[VisitOutcomes.ErrorLead.Length..]),
        _ => throw new ArgumentException($"'{expectation}' is not an outcome of a renewal.", nameof(expectation)),
    };

    public sealed override Judgement Judge(Evidence evidence)
    {
        if (evidence.Step.OfType<AppRenewed>().LastOrDefault(renewed => renewed.App == app) is { } answer)
        {
            var actual = answer.Error is null ? $"renewed: {app} got fresh tokens" : $"error {answer.Error}: {app} got no tokens";

            // A service that is not shown its cookie cannot know anybody.
            return NeedsASession && answer.Error is not null && Diagnosis.WhyUnknownInFrame(evidence.Step) is { } why
                ? Judgement.CantTell(expected, $"cannot tell: {why}, so that the login endpoint could not know anybody; seen was {actual}")
                : Judgement.Of(Accepts(answer), expected, actual);
        }

        // A page in the frame is what prompt=none forbids (N-01).
        var framed = evidence.Step.OfType<RequestCompleted>()
            .LastOrDefault(request => request is { Site: KnownSites.Login, Context: "frame" });
        return framed is { Status: 200 }
            ? Judgement.Of(false, expected, "the login endpoint answered the frame with a page")
            : Judgement.CantTell(expected, $"cannot tell: no answer reached the frame of {app}");
    }

    private protected abstract bool Accepts(AppRenewed answer);

    /// <summary>Whether it can only be met where the frame shows a session.</summary>
    private protected virtual bool NeedsASession => false;
}
