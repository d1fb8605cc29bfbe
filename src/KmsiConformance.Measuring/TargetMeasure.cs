using System.Collections.Concurrent;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Restarts;
using KmsiConformance.Worlds;

namespace KmsiConformance.Measuring;

/// <summary>
/// Finds out what a sign-in really does. It judges nothing: what is promised is one thing, and what was seen another. Each part has a
/// world of its own, and one that cannot be measured leaves the others as they are.
/// </summary>
/// <param name="request">What is to be measured.</param>
/// <param name="worlds">Worlds at the target.</param>
/// <param name="say">Told of each step, for people who wait.</param>
public sealed class TargetMeasure(MeasureRequest request, IWorldFactory worlds, Action<string> say)
{
    private static readonly string[] Restarts =
        [RestartKind.Quit, RestartKind.Crash, RestartKind.RestoreSession, RestartKind.PrivateWindow];

    private static readonly Dictionary<string, (int, int)> NoPlaces = new(StringComparer.Ordinal);

    // Each part waits more than it works, mostly for a clock that is to be seen to follow.
    private const int SideBySide = 3;

    private readonly ConcurrentBag<string> _missing = [];
    private int _signIns;

    /// <summary>Measures everything that can be.</summary>
    /// <param name="head">Who measures, what, with what.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<Measurement> RunAsync(Measurement head, CancellationToken cancellation)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var measured = await PartsAsync(head, cancellation);
        return measured with
        {
            SignIns = _signIns, Missing = [.. _missing.Order(StringComparer.Ordinal)],
            DurationMs = (long)TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds,
        };
    }

    private async Task<Measurement> PartsAsync(Measurement head, CancellationToken cancellation)
    {
        var cookies = await PartAsync(
            "Cookies", [], (visitor, world) => new CookieMeasure(visitor, world, say).RunAsync(cancellation), cancellation);
        if (cookies is null) return head;
        var (offersBox, found) = (cookies.OffersBox, cookies.Cookies);
        if (found.Count > CookieMeasure.MostTried)
            _missing.Add(
                $"Of {found.Count} cookies the first {CookieMeasure.MostTried} were tried; what the others are good for is not known.");
        if (!offersBox)
            _missing.Add(
                "There is no box that keeps people signed in, nor a question; where there is one, name it under 'keep-me-signed-in' in the "
                + "recipe.");

        var takesAddress = request.Scenario.Apps[request.App].Kind is not ("saml" or AppRequest.Site);
        bool IsGood(string name) => found.Any(cookie => cookie.Name == name && cookie.Role is not (null or "none"));

        var lives = new MeasuredLife?[2];
        var restarts = new MeasuredRestart?[Restarts.Length];
        MeasuredSignOut? signOut = null;
        MeasuredOpenId? openId = null;
        var other = request.Scenario.Apps.Keys.FirstOrDefault(app => app != request.App);
        List<Func<CancellationToken, Task>> parts =
        [
            async interrupted => lives[0] = await LifeAsync(tick: false, interrupted),
            async interrupted => lives[1] = offersBox ? await LifeAsync(tick: true, interrupted) : null,
            async interrupted => signOut = await PartAsync(
                "Sign-out", [],
                (visitor, world) => new SignOutMeasure(visitor, world, offersBox, takesAddress, IsGood).RunAsync(interrupted), interrupted),
            async interrupted => openId = !takesAddress ? null : await PartAsync(
                "Tokens and requests", [],
                (visitor, world) => new TokenMeasure(visitor, world, request.App, other, offersBox, request.Longest, say)
                    .RunAsync(interrupted), interrupted),
            .. Restarts.Select((kind, number) => (Func<CancellationToken, Task>)(async interrupted =>
                restarts[number] = await PartAsync(
                    $"Restart {kind}", [new RestartBrowserStep(new StepPlace(1, 1, NoPlaces), kind)],
                    (visitor, world) => RestartAsync(visitor, world, kind, offersBox, interrupted), interrupted))),
        ];
        await Parallel.ForEachAsync(
            parts, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation },
            async (part, interrupted) => await part(interrupted));
        return head with
        {
            OffersBox = offersBox, Cookies = found, Server = new MeasuredServer(lives[0], lives[1]), SignOut = signOut, OpenId = openId,
            Restart = Restarts.Zip(restarts).Where(pair => pair.Second is not null)
                .ToDictionary(pair => pair.First, pair => pair.Second!, StringComparer.Ordinal),
        };
    }

    private Task<MeasuredLife?> LifeAsync(bool tick, CancellationToken cancellation) => PartAsync(
        tick ? "How long a session lives with the box" : "How long a session lives without the box", [],
        (visitor, world) => new LifeMeasure(visitor, world, tick, request.Longest, say).RunAsync(cancellation), cancellation);

    private static async Task<MeasuredRestart> RestartAsync(
        Visitor visitor, World world, string kind, bool offersBox, CancellationToken cancellation)
    {
        return new MeasuredRestart(await AfterAsync(tick: false), offersBox ? await AfterAsync(tick: true) : null);

        async Task<string> AfterAsync(bool tick)
        {
            await visitor.SignInAsync(tick, cancellation);
            await world.RestartBrowserAsync(kind, cancellation);
            var seen = await visitor.VisitAsync(cancellation);
            if (kind == RestartKind.PrivateWindow) await world.RestartBrowserAsync(RestartKind.Quit, cancellation);
            return seen.What.Text();
        }
    }

    private async Task<T?> PartAsync<T>(
        string what, IReadOnlyList<Step> steps, Func<Visitor, World, Task<T>> part, CancellationToken cancellation)
        where T : class
    {
        var scenario = request.Scenario with { Steps = steps };
        if (worlds.WhyInapplicable(scenario) is { } cannot)
        {
            _missing.Add($"{what}: {cannot}");
            return null;
        }

        try
        {
            if (await worlds.WhyUnprovenAsync(scenario, cancellation) is { } unproven)
            {
                _missing.Add($"{what}: {unproven.Reason}");
                return null;
            }

            await using var world = await worlds.CreateAsync(scenario, _ => { }, cancellation);
            var visitor = new Visitor(world, request.App, request.User, say);
            try
            {
                return await part(visitor, world);
            }
            finally
            {
                Interlocked.Add(ref _signIns, visitor.SignIns);
            }
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            _missing.Add($"{what}: {Trouble.Said(failure).TrimEnd('.')}.");
            return null;
        }
    }
}
