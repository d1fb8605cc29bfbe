using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

namespace KmsiConformance.Measuring;

/// <summary>Somebody with a browser who signs in at the target, comes back later, and signs out.</summary>
/// <param name="world">Their world.</param>
/// <param name="app">The app that they use.</param>
/// <param name="user">Who they are.</param>
/// <param name="say">Told of each pause that the target wants.</param>
internal sealed class Visitor(World world, string app, string user, Action<string> say)
{
    // Real time; a target that still takes nobody then is left alone. What counts world time forgets sooner.
    private static readonly TimeSpan[] Pauses = [.. new[] { 5, 10, 20, 40, 60 }.Select(seconds => TimeSpan.FromSeconds(seconds))];
    private static readonly TimeSpan Forgets = TimeSpan.FromMinutes(15);

    private const string Box = "keep-me-signed-in";

    private bool? _hasBox;

    private static readonly string[] Asks =
        [PageKinds.Credentials, PageKinds.SecondFactor, PageKinds.SelectAccount];

    private IReadOnlyList<StoredCookie> _copies = [];
    private DateTimeOffset _from;
    private DateTimeOffset _until;

    /// <summary>How often somebody signed in.</summary>
    public int SignIns { get; private set; }

    /// <summary>Whether a sign-in has a box or a question that keeps people signed in: known once somebody wanted to stay.</summary>
    public bool OffersBox { get; private set; }

    /// <summary>The cookies of the login endpoint as the last visit left them; they end by the world's time.</summary>
    public IReadOnlyList<StoredCookie> Cookies => _copies;

    /// <summary>Between what moments the last sign-in happened.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) SignedIn => (_from, _until);

    /// <summary>How old the session is, at least.</summary>
    public TimeSpan Age => world.Clock.GetUtcNow() - _until;

    /// <summary>Signs in with a browser that holds no cookies.</summary>
    /// <param name="tick">Whether to stay signed in; without effect where there is no box.</param>
    /// <exception cref="MeasureStoppedException">The sign-in does not come to its end.</exception>
    public async Task SignInAsync(bool tick, CancellationToken cancellation)
    {
        for (var pauses = 0; ; pauses++)
        {
            try
            {
                await ForgetAsync(_ => true, cancellation);
                await SignInOnceAsync(tick, cancellation);
                return;
            }
            catch (SignInWithheldException withheld) when (withheld.Passes && pauses < Pauses.Length)
            {
                say($"{withheld.Message}; it goes on in {Pauses[pauses].TotalSeconds:0} s");
                await RealTime.Delay(Pauses[pauses], cancellation);
                if (world.Target.Clock is not null) await world.MoveClockAsync(Forgets, cancellation);
                world.Care.GoOn();
            }
        }
    }

    /// <summary>Lets time pass until the session is so old.</summary>
    public async Task GrowAsync(TimeSpan age, CancellationToken cancellation)
    {
        if (age - Age is { } left && left > TimeSpan.Zero) await world.MoveClockAsync(left, cancellation);
    }

    /// <summary>Comes back, with all cookies that the last visit left, also those that the browser has let go since.</summary>
    public async Task<Probe> ComeBackAsync(CancellationToken cancellation)
    {
        var held = (await world.Browser.CookiesAsync(cancellation)).Select(cookie => cookie.Identity).ToHashSet();
        foreach (var copy in _copies.Where(copy => !held.Contains(copy.Identity)))
            await world.Browser.SetCookieAsync(copy with { ExpiresAt = null }, cancellation);
        return await VisitAsync(cancellation);
    }

    /// <summary>Comes back as the browser is.</summary>
    /// <exception cref="MeasureStoppedException">What is shown says nothing.</exception>
    public async Task<Probe> VisitAsync(CancellationToken cancellation)
    {
        var least = Age;
        var what = await AskAsync(new AppVisit(), cancellation) switch
        {
            SeenWords.SignedIn => Seen.SignedIn,
            SeenWords.Asked => Seen.Asked,
            var other => throw new MeasureStoppedException($"{other} came, which says nothing"),
        };
        await CopyAsync(cancellation);
        return new Probe(what, least, world.Clock.GetUtcNow() - _from);
    }

    /// <summary>Comes back in a certain way.</summary>
    /// <returns><see cref="SeenWords.SignedIn"/>, <see cref="SeenWords.Asked"/>, <c>error CODE</c>, or what else is shown.</returns>
    public async Task<string> AskAsync(AppVisit visit, CancellationToken cancellation)
    {
        // An app's own session would let the visitor in without asking the login endpoint.
        await ForgetAsync(cookie => !IsLogin(cookie), cancellation);
        var before = world.Ledger.Count;
        var page = await world.OpenAppAsync(app, visit, cancellation);
        page = await world.AnswerAsync(PageKinds.Consent, "accept", cancellation, unasked: true) ?? page;
        return IsIn(before) ? SeenWords.SignedIn
            : world.Ledger.Since(before).OfType<AppAnswered>().LastOrDefault() is { Error: { } error } ? $"error {error}"
            : Asks.Contains(page.Kind) ? SeenWords.Asked
            : $"the page “{page.Title}” ({page.Message ?? page.Kind})";
    }

    /// <summary>Deletes cookies of the browser, nothing else.</summary>
    public async Task ForgetAsync(Func<StoredCookie, bool> which, CancellationToken cancellation)
    {
        foreach (var cookie in (await world.Browser.CookiesAsync(cancellation)).Where(which))
            await world.Browser.DeleteCookieAsync(cookie, cancellation);
    }

    /// <summary>Signs out, by the app or the button of the site.</summary>
    /// <param name="returnTo">Where to return to, by the words of scenarios; without effect at a site.</param>
    /// <returns>The page at the end.</returns>
    public async Task<PageShown> SignOutAsync(string returnTo, CancellationToken cancellation)
    {
        var before = world.Ledger.Count;
        if (OnSite)
        {
            await world.SignOutOnSiteAsync(app, cancellation);
            if (!world.Ledger.Since(before).OfType<SignOutPressed>().Any())
                throw new MeasureStoppedException(
                    $"“{Last(before)?.Title}” came in place of a page with a button that signs out");
        }
        else
        {
            var manner = new SignOutManner { ReturnTo = returnTo };
            await world.OpenAsync(world.App(app).SignOutPage(new SignOutRequest(manner)), cancellation);
        }

        await world.AnswerAsync(PageKinds.ConfirmSignOut, "yes", cancellation, unasked: true);
        return Last(before)!;
    }

    /// <summary>Takes the cookies of the login endpoint for those that the last visit left.</summary>
    public async Task CopyAsync(CancellationToken cancellation) =>
        _copies = [.. (await world.StoredAsync(cancellation)).Where(IsLogin)];

    private bool OnSite => world.App(app).OnSite is not null;

    private async Task SignInOnceAsync(bool tick, CancellationToken cancellation)
    {
        var page = await world.OpenAppAsync(app, new AppVisit(), cancellation);
        if (!Asks.Contains(page.Kind))
            throw new MeasureStoppedException(
                $"a browser without cookies is shown “{page.Title}” ({page.Message ?? page.Kind}) and no sign-in page");
        _from = world.Clock.GetUtcNow();
        var before = world.Ledger.Count;
        SignIns++;
        var given = new SignInEntry(
            world.Target.User(user), _hasBox == false ? null : tick, StaySignedIn: tick ? "yes" : "no");
        try
        {
            await EnterAsync(given, cancellation);

            // On the first of several pages there is none, and an unticked one that is not there is as it should be.
            _hasBox ??= page.KeepMeSignedIn switch { null => false, true => true, false => tick ? true : null };
        }
        catch (ControlMissingException missing) when (missing.Control.RecipeKey == Box)
        {
            _hasBox = false;
            await EnterAsync(given with { KeepMeSignedIn = null }, cancellation);
        }

        OffersBox = _hasBox == true || world.Ledger.Since(before).OfType<InterruptAnswered>()
            .Any(answered => answered.Interrupt == PageKinds.StaySignedIn);
        if (!IsIn(before)) throw new MeasureStoppedException(Why(Last(before) ?? page));
        _until = world.Clock.GetUtcNow();
        await CopyAsync(cancellation);
    }

    private async Task EnterAsync(SignInEntry given, CancellationToken cancellation)
    {
        if (OnSite) await world.SignInOnSiteAsync(app, given, isLedAstray: false, cancellation);
        else await world.SignInAsync(given, cancellation);
    }

    private string Why(PageShown page) => page.Kind switch
    {
        PageKinds.Credentials => $"{user} was not let in: {page.Message ?? "the sign-in page came again"}",
        PageKinds.SecondFactor => $"{user} is asked for a second factor, and nothing says what to answer (one-time-code)",
        _ => $"the sign-in of {user} ended at “{page.Title}” ({page.Message ?? page.Kind}), where nothing shows that somebody is "
            + "signed in",
    };

    private bool IsIn(int before)
    {
        var seen = world.Ledger.Since(before);
        return OnSite
            ? seen.OfType<PageShown>().LastOrDefault() is { Kind: PageKinds.Protected } page && page.ProtectedBy.Contains(app)
            : seen.OfType<AppSessionStarted>().Any(started => started.App == app);
    }

    private PageShown? Last(int before) => world.Ledger.Since(before).OfType<PageShown>().LastOrDefault();

    private bool IsLogin(StoredCookie cookie) => world.Sites.OfHost(cookie.Domain) == KnownSites.Login;
}
