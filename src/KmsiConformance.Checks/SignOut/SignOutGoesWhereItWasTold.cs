using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.SignOut;

/// <summary>Without the demand for an ID token, the browser goes to whatever address was given .</summary>
public sealed class SignOutGoesWhereItWasTold(string app)
    : SignOutCheck(app, SignOutOutcomes.SentElsewhere,
        "sent-elsewhere: the browser is sent to the address given, although it is not registered");
