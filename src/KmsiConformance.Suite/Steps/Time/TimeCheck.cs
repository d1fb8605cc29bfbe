using KmsiConformance.Policies;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.Tokens;

namespace KmsiConformance.Suite.Steps.Time;

/// <summary>
/// Walks through a scenario with the settings that it is played with: a wait that ends before it begins, or a length that
/// stands for nothing, is said before anything runs.
/// </summary>
/// <param name="suite">Everything that scenarios may refer to.</param>
internal sealed class TimeCheck(ScenarioSuite suite)
{
    // A hundred years: the clocks of processes count nanoseconds, which last for less than three.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(36_525);

    /// <summary>What is wrong with the times of a scenario, each at its place.</summary>
    public IEnumerable<SuiteProblem> Problems(Scenario scenario) => suite.Profiles
        .Where(profile => scenario.Profiles.Contains(profile.Id))
        .SelectMany(profile => Walk(scenario, Settings(scenario, profile)))
        .Distinct();

    // Null where a policy file cannot be read, which is said elsewhere.
    private SettingsInForce? Settings(Scenario scenario, Profile profile)
    {
        if (profile.Readings.Product == LoginProduct.AzureAd) return TenantRequest.Lifetimes;
        if (scenario.Policy.File is not { } file) return scenario.Policy.Lengths;
        try
        {
            var policy = PolicyReader.Read(Path.Combine(suite.Folder, file)).Settings;
            return new SettingsInForce(policy.Session, policy.KeepAlive);
        }
        catch (Exception unread) when (unread is PolicyException or IOException)
        {
            return null;
        }
    }

    private static List<SuiteProblem> Walk(Scenario scenario, SettingsInForce? settings)
    {
        var problems = new List<SuiteProblem>();
        if (settings is null) return problems;
        var (now, signedIn) = (TimeSpan.Zero, (TimeSpan?)null);
        foreach (var step in scenario.Steps)
        {
            try
            {
                if (step is SignInStep signIn) signedIn = now += signIn.After is { } after ? Positive(after, settings) : TimeSpan.Zero;
                else if (step is MisuseCodeStep { IsLate: true }) now += MisuseCodeStep.Late;
                else if (step is FillInStep) signedIn = now;
                else if (step is WaitStep wait) now += Positive(wait.Duration, settings);
                else if (step is WaitUntilStep until) now = Later(until.Moment, settings, now, signedIn);
                else if (step is ClockOffStep off) Positive(off, settings);
                else if (step is ExpectCookieStep { Lasts: { } lasts }) Positive(lasts, settings);
                if (now > Furthest)
                    throw new FormatException(
                        $"This is {Lengths.Words(now)} after the start, and no clock is moved further than {Lengths.Words(Furthest)}. "
                        + "Expected shorter waits.");
            }
            catch (FormatException wrong)
            {
                // Whatever follows counts from a moment that is not known.
                problems.Add(Problem(scenario, step, wrong.Message));
                break;
            }
        }

        return problems;
    }

    private static TimeSpan Positive(DurationExpression length, SettingsInForce settings)
    {
        var time = length.Evaluate(settings);
        return time > TimeSpan.Zero ? time : throw new FormatException(
            $"'{length}' is {(time == TimeSpan.Zero ? "no time at all" : $"{Lengths.Words(-time)} less than none")}"
            + $"{Known(length, settings)}. Expected more than 0 seconds, such as '1 minute' or 'session - 1 minute'.");
    }

    private static void Positive(ClockOffStep step, SettingsInForce settings)
    {
        foreach (var by in step.Clocks.Select(clock => clock.Error.By).OfType<DurationExpression>()) Positive(by, settings);
    }

    // Steps take a little time too, and a sign-in may have been refused: the moment is at most this late, and now at least.
    private static TimeSpan Later(MomentExpression moment, SettingsInForce settings, TimeSpan now, TimeSpan? signedIn)
    {
        // How far away a date is, the run knows: from there on, now is at least this.
        if (moment.IsDate) return now;
        var start = DateTimeOffset.UnixEpoch;
        var then = moment.Evaluate(settings, start, signedIn is { } after ? start + after : null) - start;
        return then >= now ? then : throw new FormatException(
            $"'{moment}' is {Lengths.Words(now - then)} before the moment that the steps above it have reached"
            + $"{(moment.After is { } length ? Known(length, settings) : "")}. A scenario's clock only moves forward: expected a later "
            + "moment, or an earlier place for this step.");
    }

    private static string Known(DurationExpression length, SettingsInForce settings)
    {
        var known = SettingsInForce.Names.Where(length.Names)
            .Select(name => $"{name} is {Lengths.Words(settings.Find(name)!.Value)}");
        return string.Join(", ", known) is { Length: > 0 } words ? $" ({words} here)" : "";
    }

    private static SuiteProblem Problem(Scenario scenario, Step step, string message)
    {
        var places = step.Place.Values;
        var (line, column) = places.GetValueOrDefault("lasts", places.GetValueOrDefault("after", (step.Line, step.Place.Column)));
        return new SuiteProblem(scenario.File, line, column, message);
    }
}
