using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignIn;

/// <summary>The app's own session is alive, so the login endpoint gets no request .</summary>
public sealed class AppSessionAnswersAlone(string app) : VisitCheck(app, VisitOutcomes.AppSession,
    $"app-session: {app} answers from its own session, and the login endpoint is not asked");
