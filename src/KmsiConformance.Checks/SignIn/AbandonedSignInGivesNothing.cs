using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>Whoever leaves the question whether to stay signed in unanswered is not signed in: the app gets no code .</summary>
public sealed class AbandonedSignInGivesNothing(string app)
    : VisitCheck(app, VisitOutcomes.Abandoned, $"abandoned: the question stays open, and {app} gets nothing");
