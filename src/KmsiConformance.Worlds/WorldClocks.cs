using KmsiConformance.Clocks;

namespace KmsiConformance.Worlds;

/// <summary>What those in a world take for the time besides its browsers: right until a scenario puts one off.</summary>
internal sealed class WorldClocks(WorldClock world)
{
    /// <summary>The login endpoint's.</summary>
    public OffClock Server { get; } = new(world);

    /// <summary>The apps'.</summary>
    public OffClock Apps { get; } = new(world);

    /// <summary>The identity providers'.</summary>
    public OffClock Providers { get; } = new(world);
}
