using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Worlds;

namespace KmsiConformance.Measuring;

/// <summary>What a sign-out ends, in the browser and for copies of its cookies, and where it leads.</summary>
/// <param name="visitor">Who signs out.</param>
/// <param name="world">Their world.</param>
/// <param name="tick">Whether they stayed signed in.</param>
/// <param name="takesAddress">Whether a sign-out can ask for an address to go to afterwards.</param>
/// <param name="good">Whether a cookie of that name is good for anything.</param>
internal sealed class SignOutMeasure(Visitor visitor, World world, bool tick, bool takesAddress, Func<string, bool> good)
{
    /// <summary>Measures it.</summary>
    /// <exception cref="MeasureStoppedException">There is no sign-out.</exception>
    public async Task<MeasuredSignOut> RunAsync(CancellationToken cancellation)
    {
        await visitor.SignInAsync(tick, cancellation);
        var copies = visitor.Cookies;
        var page = await visitor.SignOutAsync("registered", cancellation);
        await visitor.CopyAsync(cancellation);

        // A cookie of the same name with another value is nobody's session any more, unless somebody is let in by it.
        var left = visitor.Cookies.Where(cookie => copies.Any(copy => copy.Identity == cookie.Identity && copy.Value == cookie.Value))
            .Select(cookie => cookie.Name).Order(StringComparer.Ordinal).ToList();
        var here = await visitor.VisitAsync(cancellation);
        var copied = await CopiedAsync(cancellation);
        return new MeasuredSignOut
        {
            EndsHere = here.What == Seen.Asked,
            RevokesServerSession = copied.What == Seen.Asked,
            ClearsCookies = here.What == Seen.Asked && !left.Exists(name => good(name)),
            CookiesLeft = left,
            LeadsTo = page.Url,
            FollowsForeignAddress = takesAddress ? await FollowsAsync(cancellation) : null,
        };
    }

    // A sign-out of its own, since coming back may use up what is left; and a browser that holds nothing else.
    private async Task<Probe> CopiedAsync(CancellationToken cancellation)
    {
        await visitor.SignInAsync(tick, cancellation);
        var copies = visitor.Cookies;
        await visitor.SignOutAsync("registered", cancellation);
        await visitor.ForgetAsync(_ => true, cancellation);
        foreach (var copy in copies) await world.Browser.SetCookieAsync(copy with { ExpiresAt = null }, cancellation);
        return await visitor.VisitAsync(cancellation);
    }

    private async Task<bool> FollowsAsync(CancellationToken cancellation)
    {
        await visitor.SignInAsync(tick, cancellation);
        var before = world.Ledger.Count;
        await visitor.SignOutAsync("unregistered", cancellation);
        return world.Ledger.Since(before).OfType<RequestCompleted>()
            .Any(request => request.Context == "top-level" && request.Site == KnownSites.Stranger);
    }
}
