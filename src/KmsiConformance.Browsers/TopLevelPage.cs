using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KmsiConformance.Browsers.Meanings;
using KmsiConformance.Clocks;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>A call that a death of the browser ends at once.</summary>
internal delegate Task<JsonElement> GuardedCall(Func<Task<JsonElement>> call, CancellationToken cancellation);

/// <summary>The page of a tab: navigates it, fills it in, and waits until it is at rest.</summary>
internal sealed class TopLevelPage(IPage page, PageWatch watch, GuardedCall call)
{
    /// <summary>A page that shows none of the signs might still leave by script; so long it must have been quiet.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    /// <summary>A page that never stops changing, or never finishes loading, is taken as it is after this long.</summary>
    private static readonly TimeSpan Restless = TimeSpan.FromSeconds(5);

    /// <summary>Between two looks at a page that seems at rest while another document is under way.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(10);

    /// <summary>The tab.</summary>
    public IPage Page => page;

    /// <summary>What is shown, once it is at rest.</summary>
    public Task<PageSnapshot> LookAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        AtRestAsync(page.Url, signs, submitted: false, limit, Stopwatch.GetTimestamp(), cancellation);

    public async Task<PageSnapshot> OpenAsync(string url, PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        return await GoAsync(
            url, () => page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.Commit, Timeout = Milliseconds(limit) }),
            limit, cancellation) ?? await AtRestAsync(url, signs, submitted: false, limit, begun, cancellation);
    }

    public async Task<PageSnapshot?> GoBackAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var (url, moves) = (page.Url, watch.Moves);
        try
        {
            var left = await GoAsync(
                url, () => page.GoBackAsync(new PageGoBackOptions { WaitUntil = WaitUntilState.Commit, Timeout = Milliseconds(limit) }),
                limit, cancellation);
            if (left is not null) return left;

            // Every history begins with an empty page, which nobody went to.
            if (watch.Moves == moves || page.Url == "about:blank") return null;
            return await AtRestAsync(url, signs, submitted: false, limit, begun, cancellation);
        }
        catch (FormAgainException)
        {
            // Whoever goes on before the browser has put up its own page for it goes back from the page that was shown before.
            while (!ExchangeWatch.IsBrowsersOwnErrorPage(page.Url) && Stopwatch.GetElapsedTime(begun) < limit)
                await RealTime.Delay(Settling, cancellation);
            throw;
        }
    }

    public async Task<PageSnapshot> ReloadAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var url = page.Url;
        if (watch.DocumentIsOfForm) throw FormAgainException.Of(url);
        return await GoAsync(
            url, () => page.ReloadAsync(new PageReloadOptions { WaitUntil = WaitUntilState.Commit, Timeout = Milliseconds(limit) }),
            limit, cancellation) ?? await AtRestAsync(url, signs, submitted: false, limit, begun, cancellation);
    }

    // Null while the browser is on its way to a page of the web.
    private async Task<PageSnapshot?> GoAsync(string url, Func<Task> go, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            await call(
                async () =>
                {
                    await go();
                    return default;
                },
                cancellation);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException(Late(url, limit, "no answer came"), late);
        }
        catch (PlaywrightException failure)
        {
            if (watch.LeftFor is { } address)
                return PageSnapshot.LeftFor(address);
            if (IsFormAgain(failure.Message)) throw FormAgainException.Of(url, failure);

            // Otherwise overtaken by a navigation of the page's own, or an error status without a body: what is shown counts.
            if (watch.LastNavigation.Failure is not null || failure.Message.Contains("invalid URL", StringComparison.OrdinalIgnoreCase))
                throw Unreachable(url, failure);
        }

        return null;
    }

    public async Task<PageSnapshot> SubmitAsync(PageEntry entry, PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var url = page.Url;
        try
        {
            var form = new PageForm(page, signs, Milliseconds(limit));
            await call(() => form.SubmitAsync(entry), cancellation);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException(Late(url, limit, $"its controls could not be used: {late.Message}"), late);
        }

        return await AtRestAsync(url, signs, submitted: true, limit, begun, cancellation);
    }

    private static float Milliseconds(TimeSpan limit) => (float)limit.TotalMilliseconds;

    private static string Late(string url, TimeSpan limit, string waiting) => string.Create(
        CultureInfo.InvariantCulture, $"{url} did not come to rest within {limit.TotalSeconds:0.#} s: {waiting}.");

    private async Task<PageSnapshot> AtRestAsync(
        string url, PageSigns signs, bool submitted, TimeSpan limit, long begun, CancellationToken cancellation)
    {
        var waiting = "nothing was seen";
        Decision? decided = null;
        for (; ;)
        {
            if (watch.LeftFor is { } address)
                return PageSnapshot.LeftFor(address);

            var left = limit - Stopwatch.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero)
                throw new TimeoutException(Late(url, limit, waiting));

            try
            {
                var looking = call(() =>
                    page.EvaluateAsync<JsonElement>(PageScript.AtRest, Argument(signs, submitted, left, decided)), cancellation);
                if (await Task.WhenAny(looking, watch.Left).WaitAsync(left + Settling, cancellation) != looking)
                {
                    _ = looking.ContinueWith(late =>
                        late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                    continue;
                }

                var seen = await looking;
                if (Decision.On(seen, signs) is { } next)
                {
                    (decided, waiting) = (next, "the parts of the page keep changing");
                    continue;
                }

                if (seen.GetProperty("waiting").GetString() is { } why)
                    waiting = why;
                else if (watch.IsNavigating)
                    waiting = $"the document of {watch.LastNavigation.Url} has not come";
                else if (seen.GetProperty("sameDocument").GetBoolean() && !seen.GetProperty("known").GetBoolean() && watch.IsScriptWaiting)
                    waiting = "its script waits for an answer";
                else
                    return Snapshot(seen);
                await RealTime.Delay(Settling, cancellation);
            }
            catch (TimeoutException)
            {
                waiting = watch.IsNavigating
                    ? $"the document of {watch.LastNavigation.Url} has not come"
                    : "its script does not let the page be looked at";
            }
            catch (PlaywrightException gone) when (ReplacedDocument.IsMeantBy(gone))
            {
                // Ask the one that took its place.
                waiting = $"its documents give place to each other ({gone.Message.Trim()})";
                await RealTime.Delay(Settling, cancellation);
            }
        }
    }

    private static object Argument(PageSigns signs, bool submitted, TimeSpan left, Decision? decided) => new
    {
        signs = PageScript.Argument(signs),
        submitted,
        quietMs = Quiet.TotalMilliseconds,
        restlessMs = Restless.TotalMilliseconds,
        limitMs = left.TotalMilliseconds,
        decided = decided?.Argument,
    };

    private PageSnapshot Snapshot(JsonElement seen)
    {
        if (seen.GetProperty("leftFor").GetString() is { } address)
            return PageSnapshot.LeftFor(address);

        var url = seen.GetProperty("url").GetString()!;
        if (ExchangeWatch.IsBrowsersOwnErrorPage(url))
        {
            url = watch.LastNavigation.Url;
            if (watch.LastNavigation.Failure is not null)
                throw Unreachable(url, null);
        }

        return new PageSnapshot(
            url,
            seen.GetProperty("title").GetString()!,
            seen.GetProperty("asks").GetBoolean(),
            seen.GetProperty("offers").GetBoolean(),
            seen.GetProperty("message").GetString(),
            seen.GetProperty("isError").GetBoolean(),
            seen.GetProperty("isSignedOut").GetBoolean(),
            watch.DocumentStatus)
        {
            AsksForUserName = seen.GetProperty("asksForUserName").GetBoolean(),
            AsksForUserNameOnly = seen.GetProperty("asksForUserNameOnly").GetBoolean(),
            Interrupt = seen.GetProperty("interrupt").GetString(),
            IsBoxTicked = seen.GetProperty("isTicked").Deserialize<bool?>(),
            IsSignedIn = seen.GetProperty("isSignedIn").GetBoolean(),
            SignedInAs = seen.GetProperty("signedInAs").GetString(),
            IsStored = seen.GetProperty("isStored").GetBoolean(),
        };
    }

    // What Chromium and Firefox say of a page that they would have to send a form again for; Playwright may hear of it later than the
    // watch.
    private static bool IsFormAgain(string? failure) => failure is not null
        && (failure.Contains("ERR_CACHE_MISS", StringComparison.Ordinal)
            || failure.Contains("NS_ERROR_DOCUMENT_NOT_CACHED", StringComparison.Ordinal));

    private Exception Unreachable(string url, Exception? failure)
    {
        var (last, why) = watch.LastNavigation;
        if (IsFormAgain(why)) return FormAgainException.Of(last, failure);
        return new SiteUnreachableException(
            $"{(why is null ? url : last)} did not answer ({why ?? failure?.Message}). Is the site running, and is its address right?",
            failure);
    }
}
