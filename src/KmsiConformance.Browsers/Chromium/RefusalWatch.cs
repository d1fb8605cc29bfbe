using System.Text.Json;
using KmsiConformance.Ledger.Vocabulary;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers.Chromium;

/// <summary>
/// Sees by Chromium's own protocol which cookies it holds back or refuses, and which frames it does not show, and by which rule.
/// </summary>
internal sealed class RefusalWatch
{
    private readonly IPage _page;
    private readonly Action<BrowserSight> _observer;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Asked> _asked = new(StringComparer.Ordinal);
    private readonly List<(string Id, Action<Asked> Tell)> _early = [];
    private readonly string _mainFrame;

    private RefusalWatch(IPage page, string mainFrame, Action<BrowserSight> observer) =>
        (_page, _mainFrame, _observer) = (page, mainFrame, observer);

    /// <summary>Watches a page.</summary>
    public static async Task AttachAsync(IPage page, Action<BrowserSight> observer)
    {
        var line = await page.Context.NewCDPSessionAsync(page);
        var tree = await line.SendAsync("Page.getFrameTree");
        var main = tree!.Value.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!;
        var watch = new RefusalWatch(page, main, observer);
        Listen("Network.requestWillBeSent", watch.OnAsked);
        Listen("Network.requestWillBeSentExtraInfo", watch.OnCookiesChosen);
        Listen("Network.responseReceivedExtraInfo", watch.OnCookiesTaken);
        Listen("Network.loadingFailed", watch.OnFailed);
        Listen("Audits.issueAdded", watch.OnIssue);

        // Bodies are kept by nobody.
        var keepNothing = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["maxTotalBufferSize"] = 0, ["maxResourceBufferSize"] = 0,
        };
        await Task.WhenAll(line.SendAsync("Network.enable", keepNothing), line.SendAsync("Audits.enable"));

        void Listen(string name, Action<JsonElement> see) => line.Event(name).OnEvent += (_, told) =>
        {
            if (told is { } said) see(said);
        };
    }

    private void OnAsked(JsonElement told)
    {
        var id = Text(told, "requestId");
        var asked = new Asked(
            told.GetProperty("request").GetProperty("url").GetString()!,
            Text(told, "type") != "Document" ? "subresource" : Text(told, "frameId") == _mainFrame ? "top-level" : "frame");
        List<Action<Asked>> waiting;
        lock (_gate)
        {
            _asked[id] = asked;
            waiting = [.. _early.Where(early => early.Id == id).Select(early => early.Tell)];
            _early.RemoveAll(early => early.Id == id);
        }

        foreach (var tell in waiting) tell(asked);
    }

    private void OnCookiesChosen(JsonElement told) => When(told, asked =>
    {
        foreach (var associated in told.GetProperty("associatedCookies").EnumerateArray())
        {
            if (Rule(associated) is not { } rule) continue;
            var cookie = associated.GetProperty("cookie");
            _observer(new WithheldCookie(asked.Url, asked.Context, Text(cookie, "name"), Text(cookie, "domain"), rule));
        }
    });

    private void OnCookiesTaken(JsonElement told) => When(told, asked =>
    {
        foreach (var blocked in told.GetProperty("blockedCookies").EnumerateArray())
        {
            if (Rule(blocked) is not { } rule) continue;
            var host = Uri.TryCreate(asked.Url, UriKind.Absolute, out var url) ? url.Host : "";
            _observer(new RefusedCookie(asked.Url, asked.Context, ToldRules.NameIn(Text(blocked, "cookieLine")), host, rule));
        }

        Note(told, known => known with { NamesAncestors = NamesAncestors(told.GetProperty("headers")) });
    });

    // What a frame's document forbids shows only in that it was not shown; which of its headers forbade, they tell themselves.
    private void OnFailed(JsonElement told)
    {
        if (Text(told, "errorText") == "net::ERR_BLOCKED_BY_RESPONSE") Note(told, known => known with { IsBlocked = true });
    }

    // Headers and failure come in either order.
    private void Note(JsonElement told, Func<Asked, Asked> with)
    {
        var id = Text(told, "requestId");
        Asked noted;
        lock (_gate)
        {
            if (!_asked.TryGetValue(id, out var known)) return;
            _asked[id] = noted = with(known);
        }

        if (noted is { Context: "frame", IsBlocked: true, NamesAncestors: { } ancestors })
            _observer(new BlockedFrame(noted.Url, _page.Url, ancestors ? FramingRules.Ancestors : FramingRules.Options));
    }

    // A frame that the page's own policy forbids is never asked for: only the console hears of it.
    private void OnIssue(JsonElement told)
    {
        var issue = told.GetProperty("issue");
        if (!issue.GetProperty("details").TryGetProperty("contentSecurityPolicyIssueDetails", out var details)) return;
        if (details.GetProperty("isReportOnly").GetBoolean() || Text(details, "violatedDirective") != FramingRules.Source) return;
        _observer(new BlockedFrame(Text(details, "blockedURL"), _page.Url, FramingRules.Source));
    }

    // Which cookies were chosen is sometimes told before the request is.
    private void When(JsonElement told, Action<Asked> tell)
    {
        var id = Text(told, "requestId");
        Asked? asked;
        lock (_gate)
        {
            if (!_asked.TryGetValue(id, out asked)) _early.Add((id, tell));
        }

        if (asked is not null) tell(asked);
    }

    private static string? Rule(JsonElement blocked)
    {
        var reasons = blocked.GetProperty("blockedReasons").EnumerateArray().Select(reason => reason.GetString()!).ToList();
        return reasons.Count == 0 ? null : ToldRules.OfChromium(reasons);
    }

    private static bool NamesAncestors(JsonElement headers) => headers.EnumerateObject().Any(header =>
        header.Name.Equals("Content-Security-Policy", StringComparison.OrdinalIgnoreCase)
        && header.Value.GetString()!.Contains(FramingRules.Ancestors, StringComparison.OrdinalIgnoreCase));

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private sealed record Asked(string Url, string Context)
    {
        /// <summary>Whether the answer says who may frame it; null before its headers are known.</summary>
        public bool? NamesAncestors { get; init; }

        public bool IsBlocked { get; init; }
    }
}
