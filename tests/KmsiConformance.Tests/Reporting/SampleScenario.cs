using KmsiConformance.Ledger;

namespace KmsiConformance.Tests.Reporting;

/// <summary>Plays one scenario into a ledger, as the runner would, and keeps its record.</summary>
internal sealed class SampleScenario
{
    private readonly RunFolder _folder;
    private readonly WorldLedger _ledger;
    private readonly List<StepRecord> _steps = [];
    private readonly Dictionary<string, int> _renewals = new(StringComparer.Ordinal);
    private readonly HashSet<(string Site, string? Role, string Name)> _sessionCookies = [];
    private int _requests;
    private int _pictures;

    public SampleScenario(RunFolder folder, EventWriter writer, string id, string title, string[] requirements)
    {
        (_folder, Id, Title, Requirements) = (folder, id, title, requirements);
        _ledger = new(id, Clock, writer.Write);
        Start();
    }

    public SampleClock Clock { get; } = new();

    public string Id { get; }

    public string Title { get; }

    public string[] Requirements { get; }

    public string? Reason { get; set; }

    public int Attempts { get; set; } = 1;

    public IReadOnlyList<string>? Again { get; set; }

    public string? Violates { get; set; }

    public string File => $"scenarios/catalogue/{Id}.yaml";

    public KnownFailureRecord? Known { get; set; }

    public IReadOnlyList<Event> Events => _ledger.Since(0);

    public ScenarioRecord Record => new()
    {
        Id = Id, Title = Title, File = File, Requirements = Requirements, Attempts = Attempts, Again = Again,
        DurationMs = 850 + (37 * _steps.Count),
        Verdict = Verdicts.RollUp(_steps.Select(step => step.Verdict).Where(verdict => verdict != Verdict.Skipped)),
        Steps = _steps, Reason = Reason, Violates = Violates, Known = Known,
        Policy = "KeepAliveInDays 7, SessionExpiryInSeconds 1200, Absolute, Tenant",
    };

    public SampleScenario Step(string text, Action act, Verdict verdict = Verdict.Passed, string? expected = null, string? actual = null)
    {
        _ledger.Append(new StepStarted(text));
        act();
        _steps.Add(new()
        {
            Text = text, Verdict = verdict, Expected = expected, Actual = actual, At = Clock.GetUtcNow(), DurationMs = 140,
            Check = expected is null ? null : "SignInIsSilent", Line = 6 + _steps.Count,
        });
        return this;
    }

    public SampleScenario Skipped(string text)
    {
        _steps.Add(new() { Text = text, Verdict = Verdict.Skipped });
        return this;
    }

    public SampleScenario SignIn(string app, bool keep, TimeSpan? lasts) => Step(
        $"Sign in to {app} as alice, keep me signed in {(keep ? "ticked" : "not ticked")}",
        () =>
        {
            Ask(app);
            Prompt(app);
            _ledger.Append(new CredentialsPosted("login", "alice", keep));
            Cookie("set", "login", "sso", "x-ms-cpim-sso:contoso", lasts);
            Land(app, "signed-in", "credentials were posted and the app received a fresh code");
        },
        expected: "signed in", actual: "signed in");

    public SampleScenario Wait(TimeSpan by, string words) => Step($"Wait {words}", () => Move(by));

    public SampleScenario Restart(string kind = "quit") => Step($"Restart the browser ({kind})", () => Stop(kind));

    public SampleScenario Open(
        string app, string outcome, Verdict verdict = Verdict.Passed, string? expected = null, TimeSpan? renew = null) => Step(
        $"Open {app}",
        () =>
        {
            Ask(app);
            if (renew is { } lasts) Cookie("renewed", "login", "sso", "x-ms-cpim-sso:contoso", lasts);
            if (outcome == "prompt") Prompt(app);
            else if (outcome == "silent") Land(app, "silent", "no credential page was shown and the app received a fresh code");
            else Observe(app, outcome, "as the recipe recognised the page");
        },
        verdict, expected ?? outcome, outcome == "prompt" ? "prompt: the credential page of the login service was shown" : outcome);

    public void Move(TimeSpan by)
    {
        Clock.Move(by);
        _ledger.Append(new ClockMoved(by));
        Pass(TimeSpan.FromMilliseconds(40));
    }

    public void Cookie(string change, string site, string? role, string name, TimeSpan? lasts)
    {
        _renewals[name] = change == "gone" ? 0 : _renewals.GetValueOrDefault(name) + 1;
        if (change == "gone") _sessionCookies.Remove((site, role, name));
        else if (lasts is null) _sessionCookies.Add((site, role, name));
        _ledger.Append(new CookieChanged(change, site, role, name, $"{site}.localhost", "/", Clock.GetUtcNow() + lasts, true, true, "None",
            $"{_renewals[name]:x8}"));
    }

    public void Stop(string kind)
    {
        _ledger.Append(new BrowserStopped(kind));
        if (kind == "end") return;
        Pass(TimeSpan.FromMilliseconds(300));
        Start();
        foreach (var cookie in _sessionCookies.ToList()) Cookie("gone", cookie.Site, cookie.Role, cookie.Name, null);
    }

    public void Observe(string app, string outcome, string because) => _ledger.Append(new SignInObserved(app, outcome, because));

    public void Append(Event observed) => _ledger.Append(observed);

    public void Picture(string caption)
    {
        var file = $"evidence/{Id.Replace('/', '-')}-{++_pictures}.png";
        System.IO.File.WriteAllBytes(Path.Combine(_folder.Path, file), SamplePicture.Png(640, 400));
        _ledger.Append(new ScreenshotTaken(file, caption));
    }

    private void Start() => _ledger.Append(new BrowserStarted("Chromium", "156.0.7632.45", 4200 + _requests));

    private void Pass(TimeSpan time) => Clock.Move(time);

    private void Ask(string app)
    {
        _ledger.Append(new AppVisited(app, HasSession: false));
        Request($"https://{app}.localhost:8443/account", app, 302, null);
        Request("https://login.localhost:8443/authorize?client_id=" + app + "&state=***&nonce=***", "login", 302, _requests);
    }

    private void Prompt(string app)
    {
        _ledger.Append(new PageShown("https://login.localhost:8443/signin", "login", "credentials", "Sign in", true, null));
        Observe(app, "prompt", "the credential page of the login service was shown");
        Pass(TimeSpan.FromMilliseconds(700));
    }

    private void Land(string app, string outcome, string because)
    {
        Request($"https://{app}.localhost:8443/callback?code=***&state=***", app, 302, _requests);
        _ledger.Append(new AppAnswered(app, "code", null, null, StateMatches: true));
        _ledger.Append(new AppSessionStarted(app, "alice", new Dictionary<string, string>(StringComparer.Ordinal) { ["sub"] = "alice" }));
        var change = _renewals.GetValueOrDefault(app + ".session") > 0 ? "renewed" : "set";
        Cookie(change, app, "app-session", app + ".session", null);
        Observe(app, outcome, because);
        Pass(TimeSpan.FromMilliseconds(400));
    }

    private void Request(string url, string site, int status, int? from) =>
        _ledger.Append(new RequestCompleted(++_requests, "GET", url, site, "top-level", status, from, null));
}
