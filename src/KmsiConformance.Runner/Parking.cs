using KmsiConformance.Parking;

namespace KmsiConformance.Runner;

/// <summary>Where scenarios are put away that wait for long, and those that go on.</summary>
/// <param name="Lot">The parked journeys.</param>
/// <param name="After">A wait that is longer is not sat out.</param>
public sealed record ParkingRules(ParkingLot Lot, TimeSpan After)
{
    /// <summary>
    /// How late a journey may go on: scenarios look a minute before or after a session should end, and who comes later looks
    /// at something else.
    /// </summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromSeconds(45);

    /// <summary>The journeys that go on, by scenario; empty in a run that begins all of its own.</summary>
    public IReadOnlyDictionary<string, ParkedLabel> Resumed { get; init; } =
        new Dictionary<string, ParkedLabel>(StringComparer.Ordinal);
}
