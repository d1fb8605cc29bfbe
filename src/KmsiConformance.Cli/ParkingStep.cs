using KmsiConformance.Clocks;
using KmsiConformance.Cli.Commands;
using KmsiConformance.Ledger;
using KmsiConformance.Parking;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;

namespace KmsiConformance.Cli;

/// <summary>What <c>kmsi run</c> puts away, and what it goes on with.</summary>
/// <param name="Rules">Where; null puts nothing away.</param>
/// <param name="Scenarios">What runs.</param>
/// <param name="Notes">What a reader of the result should know.</param>
internal sealed record ParkingStep(ParkingRules? Rules, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<string> Notes)
{
    /// <summary>For a run that begins its scenarios.</summary>
    /// <exception cref="UserErrorException">Something would wait for days and cannot be put away, or an option has no effect.</exception>
    public static ParkingStep Begin(RunRequest request, TargetFile? file, ITargetKind target, IReadOnlyList<Scenario> selected)
    {
        if (request.Parking.WithinIsAsked)
            throw new UserErrorException("--within is for --resume-parked: nothing else waits for what is due. Leave it out.");
        if (request.Clock != ClockMode.Real || file is not { Start: null })
            return request.Parking.IsAsked
                ? throw new UserErrorException(
                    "--parked and --park-after are for --clock real at a target that runs already (kind: remote): nothing else "
                    + "outlives a run. Leave them out.")
                : new ParkingStep(null, selected, []);

        var waiting = selected.Where(scenario => target.WhyNot(scenario) is null)
            .Select(scenario => (scenario.Id, Wait: scenario.Steps.Max(step => Wait(step, file.Policy))))
            .Where(one => one.Wait > request.Parking.After).ToList();
        if (KeyOrNull() is { } key)
            return new ParkingStep(new ParkingRules(new ParkingLot(request.Parking.Folder, key), request.Parking.After), selected, []);
        return waiting.Count == 0
            ? new ParkingStep(null, selected, [])
            : throw new UserErrorException(
                $"{waiting.Count} scenarios wait for more than {request.Parking.After.TotalMinutes:0.#} minutes of real time, "
                + $"{waiting[0].Id} for {waiting[0].Wait.TotalDays:0.#} days. Set {ParkingKey.Variable} to a pass phrase, so that they "
                + "can be parked and go on in other runs, or leave them out with --only.");
    }

    /// <summary>For a run that goes on with what is due.</summary>
    /// <exception cref="UserErrorException">Nothing can be parked at such a target, or no key is set.</exception>
    public static ParkingStep Resume(RunRequest request, TargetFile? file, string profile, IReadOnlyList<Scenario> selected)
    {
        if (file is not { Start: null } || request.Clock is not (ClockMode.Auto or ClockMode.Real))
            throw new UserErrorException("--resume-parked is for a target that runs already (kind: remote), and its clock is real.");
        var key = KeyOrNull()
            ?? throw new UserErrorException($"Set {ParkingKey.Variable} to the pass phrase with which the scenarios were parked.");
        var lot = new ParkingLot(request.Parking.Folder, key);
        List<string> notes = [.. lot.ForgetAbandoned(file.Name).Select(one =>
            $"{one.Scenario} was going on when its run was killed; nobody can tell what was done, so it was given up. Begin it anew.")];

        var latest = RealTime.UtcNow + request.Parking.Within;
        var parked = lot.Of(file.Name).Where(one => one.Profile == profile && one.Browser == request.Browser).ToList();
        var known = selected.ToDictionary(scenario => scenario.Id, StringComparer.Ordinal);
        var due = parked.Where(one => one.Due <= latest && known.ContainsKey(one.Scenario)).DistinctBy(one => one.Scenario).ToList();
        foreach (var one in due) lot.Check(one);
        if (parked.FirstOrDefault(one => one.Due > latest) is { } next)
            notes.Add(
                $"{parked.Count(one => one.Due > latest)} scenarios stay parked, {next.Scenario} until "
                + $"{next.Due.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.");
        return new ParkingStep(
            new ParkingRules(lot, request.Parking.After)
            {
                Resumed = due.ToDictionary(one => one.Scenario, StringComparer.Ordinal),
            },
            [.. due.Select(one => known[one.Scenario])],
            notes);
    }

    // From a sign-in at the start on, as it is in nearly all.
    private static TimeSpan Wait(Step step, TargetPolicy policy)
    {
        var now = RealTime.UtcNow;
        return step switch
        {
            WaitStep wait => wait.Duration.Evaluate(policy),
            WaitUntilStep until => until.Moment.Evaluate(policy, now, now) - now,
            _ => TimeSpan.Zero,
        };
    }

    private static ParkingKey? KeyOrNull()
    {
        if (ParkingKey.FromEnvironment() is not { } key) return null;
        Secrets.FingerprintBy(key.Marks);
        return key;
    }
}

/// <summary>What the command line says of parking.</summary>
/// <param name="Folder">Where parked journeys are.</param>
/// <param name="After">Longer waits are not sat out.</param>
/// <param name="Resumes">Whether this run goes on with what is due.</param>
/// <param name="Within">How long it waits for what is not due yet.</param>
/// <param name="IsAsked">Whether it was said where to park, or after what time.</param>
/// <param name="WithinIsAsked">Whether <paramref name="Within"/> was said.</param>
internal sealed record ParkingRequest(
    string Folder, TimeSpan After, bool Resumes, TimeSpan Within, bool IsAsked, bool WithinIsAsked);
