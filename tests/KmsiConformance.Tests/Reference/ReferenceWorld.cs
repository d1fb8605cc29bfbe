using KmsiConformance.Reference;

namespace KmsiConformance.Tests.Reference;

/// <summary>A reference server of one product, a clock, and a visitor whose browser runs no scripts.</summary>
internal abstract class ReferenceWorld(HandMovedClock clock, ReferenceServer server) : IAsyncDisposable
{
    public const string Groceries = "groceries-client";
    public const string Pharmacy = "pharmacy-client";

    public HandMovedClock Clock => clock;

    public ReferenceServer Server => server;

    public Visitor Visitor { get; } = new(clock);

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await server.DisposeAsync();
    }
}
