using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class CountsByTheWallClock : SessionRules, IFault
{
    // Standard time all year but from the last Sunday of March to the last Sunday of October.
    private static readonly TimeZoneInfo Wall = TimeZoneInfo.CreateCustomTimeZone(
        "wall", TimeSpan.FromHours(1), null, null, null,
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1), LastSunday(3, hour: 2), LastSunday(10, hour: 3)),
        ]);

    public static string Does => "A session counts by a wall clock: one that lasts into the summer time ends an hour early.";

    public static IReadOnlyList<string> Violates => ["R-041", "D-01"];

    public override bool HasExpired(Session session, DateTimeOffset now) =>
        now + Wall.GetUtcOffset(now) >= session.ExpiresAt + Wall.GetUtcOffset(session.SignedInAt);

    private static TimeZoneInfo.TransitionTime LastSunday(int month, int hour) =>
        TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, hour, 0, 0), month, week: 5, DayOfWeek.Sunday);
}
