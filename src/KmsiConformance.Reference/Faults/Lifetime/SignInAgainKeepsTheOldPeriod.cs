using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class SignInAgainKeepsTheOldPeriod : SessionRules, IFault
{
    public static string Does => "Giving credentials again does not begin a new period: the session ends when the one before would have.";

    public static IReadOnlyList<string> Violates => ["R-029", "D-04"];

    public static bool ActsOnSites => true;

    public override DateTimeOffset PeriodStart(Session? before, DateTimeOffset now) => before?.SignedInAt ?? now;
}
