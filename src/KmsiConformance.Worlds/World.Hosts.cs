using KmsiConformance.Browsers;
using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds;

/// <content>Visits, which lead to declared hosts only.</content>
public sealed partial class World
{
    // Elsewhere nobody knows what a page is: that is no verdict on the target.
    private async Task<PageShown> VisitAsync(Func<Task<PageSnapshot>> visit, CancellationToken cancellation)
    {
        var before = Ledger.Count;
        try
        {
            return await ShownAsync(await visit(), cancellation);
        }
        catch (SiteUnreachableException unreachable) when (
            Ledger.Since(before).OfType<HostNotVisited>().LastOrDefault(host => host.Context == "top-level") is { } elsewhere)
        {
            throw new UndeclaredHostException(elsewhere.Host, unreachable);
        }
    }
}
