using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Reporting.Timelines;

/// <summary>Turns the events of one scenario into the geometry of its timeline.</summary>
internal sealed class TimelineLayout
{
    private const int LabelLetters = 24;

    private readonly ScenarioRecord _scenario;
    private readonly IReadOnlyList<Event> _events;
    private readonly IReadOnlyList<Mark> _marks;
    private readonly IReadOnlyList<CookieLife> _cookies;
    private readonly IReadOnlyList<BrowserLife> _processes;
    private readonly ILookup<(string? Device, string Site, CookieIdentity Identity), CookieChanged> _changes;
    private readonly TimeScale _scale;
    private readonly DateTimeOffset _start;

    public TimelineLayout(ScenarioRecord scenario, IReadOnlyList<Event> events)
    {
        _scenario = scenario;
        _events = events;
        _start = events[0].At;
        _marks = Marks.Of(events);
        _cookies = CookieLives.Of(events);
        _changes = events.OfType<CookieChanged>().ToLookup(CookieLives.Key);
        _processes = BrowserLife.AllOf(events);
        _scale = TimeScale.Fit(
            [
                new Moment(events[0].At, events[0].Sequence),
                LastMoment,
                .. _marks.Select(mark => mark.When),
                .. _cookies.SelectMany(life => life.Renewals.Append(life.Start).Append(life.End)),
                .. _processes.SelectMany(life => new[] { life.Start, life.End }),
            ],
            Timeline.LeastWidth - Timeline.Origin - Timeline.Margin);
    }

    private Moment LastMoment => new(_events[^1].At, _events[^1].Sequence);

    public Timeline Draw()
    {
        var alarm = Alarm();
        var rows = new List<TimelineRow>();
        var top = alarm is null ? Timeline.Head : Timeline.HeadWithAlarm;
        foreach (var name in RowNames())
        {
            rows.Add(Row(name, top));
            top += rows[^1].Height;
        }

        var width = Math.Max(Timeline.LeastWidth, Timeline.Origin + _scale.Width + Timeline.Margin);
        return new(
            width, top + Timeline.Foot, rows,
            TimelineTicks.Of(_scale.BurstStarts.Select(moment => (X(moment), Wording.Since(_start, moment.At))), width),
            [.. _scale.Jumps.Select(jump =>
                new TimelineJump(X(jump.From), X(jump.To), $"{Wording.Span(jump.To.At - jump.From.At)} later"))],
            X(LastMoment), alarm, _scale, Summary())
        {
            Stops = Stops(), Holdings = [.. _cookies.Select(Holding)],
        };
    }

    private IReadOnlyList<TimelineStop> Stops()
    {
        var steps = _events.DistinctBy(seen => seen.Sequence).ToDictionary(seen => seen.Sequence, seen => seen.Step);
        return
        [
            .. _marks.Select(mark => mark.When)
                .Concat(_cookies.SelectMany(life => life.Renewals.Append(life.Start).Append(life.End)))
                .Concat(_processes.SelectMany(life => new[] { life.Start, life.End })).Append(LastMoment)
                .Where(moment => moment.Sequence > 0).OrderBy(moment => moment.At).ThenBy(moment => moment.Sequence)
                .DistinctBy(X)
                .Select(moment => new TimelineStop(
                    X(moment), Since(moment), Wording.Utc(moment.At), steps.GetValueOrDefault(moment.Sequence))),
        ];
    }

    private TimelineHolding Holding(CookieLife life)
    {
        var seen = _changes[CookieLives.Key(life.Cookie)].DistinctBy(change => change.Sequence)
            .ToDictionary(change => change.Sequence);
        return new(
            life.Cookie.Site, CookieName(life.Cookie), X(life.Start), life.Ending == CookieEnd.StillThere ? null : X(life.End),
            [.. life.Renewals.Prepend(life.Start).Where(moment => seen.ContainsKey(moment.Sequence))
                .Select(moment => new TimelineWords(X(moment), Stored(seen[moment.Sequence])))]);
    }

    private string Stored(CookieChanged cookie) =>
        (cookie.ExpiresAt is { } expiry ? $"until {Wording.Since(_start, expiry)}" : "session cookie")
        + $"{(cookie.Secure ? ", Secure" : "")}{(cookie.HttpOnly ? ", HttpOnly" : "")}, SameSite {cookie.SameSite}"
        + $", value {cookie.ValueFingerprint}";

    private double X(Moment moment) => Timeline.Origin + _scale.Of(moment);

    private IEnumerable<string> RowNames()
    {
        var apps = _events.Select(AppOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var sites = _cookies.Select(life => life.Cookie.Site)
            .Concat(_marks.Where(mark => mark.Kind is MarkKind.Credentials or MarkKind.ProviderAsked).Select(mark => mark.Row))
            .Except(apps.Append(KnownSites.Login), StringComparer.Ordinal);
        return [Marks.BrowserRow, KnownSites.Login, .. apps, .. sites, Marks.ClockRow];
    }

    private static string? AppOf(Event observed) => observed switch
    {
        AppVisited visited => visited.App,
        SignInTakenUp taken => taken.App,
        AppAnswered answered => answered.App,
        AppSessionStarted started => started.App,
        AppSessionEnded ended => ended.App,
        AppNotified told => told.App,

        // An app that could be told of a sign-out and was not is seen by its empty row.
        AppReady { HasLogoutUrl: true } ready => ready.App,
        SignInObserved seen => seen.App,
        _ => null,
    };

    private TimelineRow Row(string name, double top)
    {
        var lanes = name == Marks.BrowserRow ? ProcessLanes(top) : CookieLanes(name, top);
        var marks = _marks.Where(mark => mark.Row == name).Select(mark => new TimelineMark(
            X(mark.When), top + Timeline.MarkLine, mark.Kind, $"{mark.Text} ({Since(mark.When)})"));
        return new(name, top, Timeline.MarkHeight + (lanes.Count * Timeline.LaneHeight), lanes, [.. marks]);
    }

    private IReadOnlyList<TimelineLane> ProcessLanes(double top) =>
        [.. _processes.GroupBy(life => life.Device).Select((lives, lane) => new TimelineLane(
            Shortened(lives.Key ?? "process"), lives.Key is { } device ? $"Browser processes of the {device}" : "Browser processes",
            LaneY(top, lane), [.. lives.Select(life => new TimelineBar(
                X(life.Start), X(life.End), BarKind.Process, life.Ended,
                $"{life.Name}, from {Since(life.Start)} to {Since(life.End)}", []))]))];

    private IReadOnlyList<TimelineLane> CookieLanes(string site, double top) =>
        [.. _cookies.Where(life => life.Cookie.Site == site).GroupBy(life => CookieLives.Key(life.Cookie))
            .Select((lives, lane) => new TimelineLane(
                Shortened(CookieName(lives.First().Cookie)), CookieName(lives.First().Cookie), LaneY(top, lane), [.. lives.Select(Bar)]))];

    private TimelineBar Bar(CookieLife life) => new(
        X(life.Start), X(life.End), life.IsSession ? BarKind.Session : BarKind.Persistent, life.Ending != CookieEnd.StillThere,
        BarTitle(life), [.. life.Renewals.Select(X)]);

    private string BarTitle(CookieLife life)
    {
        var renewed = life.Renewals.Count switch
        {
            0 => "",
            1 => ", renewed once",
            var times => $", renewed {times} times",
        };
        var end = life.Ending switch
        {
            CookieEnd.Expiry => $"expires {Since(life.End)}",
            CookieEnd.Gone => $"gone {Since(life.End)}",
            CookieEnd.BrowserStopped => $"ended with the browser {Since(life.End)}",
            CookieEnd.Changed => $"replaced {Since(life.End)}",
            _ => "still there at the end",
        };
        var kind = life.IsSession ? "session cookie" : "persistent cookie";
        return $"{CookieName(life.Cookie)}, {kind} of {life.Cookie.Domain}: set {Since(life.Start)}{renewed}, {end}";
    }

    private static double LaneY(double top, int lane) => top + Timeline.MarkHeight - 2 + ((lane + 0.5) * Timeline.LaneHeight);

    private static string CookieName(CookieChanged cookie) =>
        $"{(cookie.Device is { } device ? $"{device} · " : "")}"
        + $"{(cookie.Role is { } role ? $"{role} · " : "")}{cookie.Name}{(cookie.Partition is { } partition ? $", {partition}" : "")}";

    private static string Shortened(string label) => label.Length <= LabelLetters ? label : label[..(LabelLetters - 1)] + "…";

    private string Since(Moment moment) => Wording.Since(_start, moment.At);

    private TimelineAlarm? Alarm()
    {
        var index = _scenario.Deciding() is { Verdict: Verdict.Failed or Verdict.Error } deciding
            ? _scenario.Steps.ToList().FindIndex(step => ReferenceEquals(step, deciding)) : -1;
        if (index < 0) return null;
        var last = _marks.LastOrDefault(mark => _events.Any(e => e.Sequence == mark.When.Sequence && e.Step == index + 1));
        var x = last is null
            ? Timeline.Origin + _scale.Of(_scenario.Steps[index].At ?? _events[^1].At)
            : X(last.When);
        return new(
            x, index +
                1, $"Step {index + 1} {Wording.Word(_scenario.Steps[index].Verdict).ToLowerInvariant()}: {_scenario.Steps[index].Text}");
    }

    private string Summary()
    {
        var marks = _marks.GroupBy(mark => mark.Kind).OrderBy(group => group.Key)
            .Select(group => $"{Marks.Legend(group.Key).ToLowerInvariant()}: {group.Count()}");
        var cookies = _cookies.Select(life => CookieLives.Key(life.Cookie)).Distinct().Count();
        return $"Timeline of {Wording.Span(_events[^1].At - _start)} of world time; cookies: {cookies}; {string.Join("; ", marks)}.";
    }
}
