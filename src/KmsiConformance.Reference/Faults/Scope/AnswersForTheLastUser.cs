using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Scope;

internal class AnswersForTheLastUser : SessionCookieRules, IFault
{
    public static string Does => "A silent sign-in names whoever signed in last, whosever session it is.";

    public static IReadOnlyList<string> Violates => ["R-082", "W-03"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override SessionId? Recognise(SessionStore sessions, SessionKey key, string cookieValue) =>
        base.Recognise(sessions, key, cookieValue) is null ? null : sessions.Snapshot().MaxBy(known => known.Session.SignedInAt).Id;
}
