using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>Giving credentials again does not begin a new period: the session ends when the one before would have.</summary>
internal sealed class SignInAgainKeepsTheOldPeriod : Conduct, IFault
{
    public static string Does => "Giving credentials again does not begin a new period: the session ends when the one before would have.";

    public static IReadOnlyList<string> Violates => ["R-029"];

    public override DateTimeOffset PeriodStart(Session? before, DateTimeOffset now) => before?.SignedInAt ?? now;
}
