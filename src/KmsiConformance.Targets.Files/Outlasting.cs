using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Suite.Steps.Devices;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.SingleSignOut;
using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Suite.Steps.Tokens;

namespace KmsiConformance.Targets.Files;

/// <summary>
/// Whether a scenario that knows of no maximum expects a session to live on after the one that a target declares. What
/// was written for sessions without a limit says nothing about those that have one.
/// </summary>
internal sealed class Outlasting
{
    // Further away than any maximum: which year a date falls in, only the run knows.
    private static readonly TimeSpan Far = TimeSpan.FromDays(1000 * 366);

    // Steps take a little time too.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    // What needs a session that lives.
    private static readonly string[] Alive = [VisitOutcomes.Silent, VisitOutcomes.SecondFactorAsked];

    private readonly SettingsInForce _settings;
    private readonly string _profile;
    private readonly Dictionary<string, SignedIn> _devices = new(StringComparer.Ordinal);
    private TimeSpan _now;
    private TimeSpan? _last;
    private string _device;

    private Outlasting(SettingsInForce settings, string profile, Scenario scenario)
    {
        _settings = settings;
        _profile = profile;
        _device = scenario.Devices.Count > 0 ? scenario.Devices[0].Name : "";
    }

    /// <summary>The reason, as <see cref="Fitness"/> says it; null where it expects no such thing.</summary>
    public static string? Reason(TargetPolicy policy, string profile, Scenario scenario)
    {
        if ((policy.Maximum ?? policy.KeepAliveMaximum) is null) return null;
        if ((scenario.Policy.Maximum ?? scenario.Policy.KeepAliveMaximum) is not null) return null;
        var walk = new Outlasting(policy, profile, scenario);
        return scenario.Steps.Select(walk.Beyond).FirstOrDefault(maximum => maximum is not null) is { } most
            ? $"expects a session to live on after {Lengths.Words(most)}, which the target declares as its maximum"
            : null;
    }

    // The maximum after which the step needs a session; null where it does not.
    private TimeSpan? Beyond(Step step)
    {
        Pass(step);
        var needs = step switch
        {
            VisitStep visit => Alive.Contains(visit.Expect.For(_profile)),
            ExpectNotifiedStep or ExpectCookieStep => true,
            _ => false,
        };
        return needs && _devices.GetValueOrDefault(_device) is { } given && _settings.MaximumOf(given.Kept) is { } most
            && _now + Ahead(step) > given.At + most - Margin ? most : null;
    }

    // A cookie that is renewed shortly before the end need not outlive it.
    private TimeSpan Ahead(Step step) =>
        step is ExpectCookieStep { Lasts: { } lasts } && lasts.Names(SettingsInForce.KeepAliveName)
            && _devices.GetValueOrDefault(_device) is { } given && _now > given.At
            ? _settings.KeepAlive ?? TimeSpan.Zero
            : TimeSpan.Zero;

    private void Pass(Step step)
    {
        try
        {
            _now = step switch
            {
                WaitStep wait => _now + wait.Duration.Evaluate(_settings),
                WaitUntilStep { Moment.IsDate: true } => _now + Far,
                WaitUntilStep until => Until(until.Moment),
                SignInStep { After: { } after } => _now + after.Evaluate(_settings),
                MisuseCodeStep { IsLate: true } => _now + MisuseCodeStep.Late,
                _ => _now,
            };
        }
        catch (FormatException)
        {
            // It names what the target does not have, which is said as such.
        }

        if (step is UseDeviceStep use) _device = use.Device;
        if (step is not CredentialsStep given) return;
        _last = _now;
        _devices[_device] = new SignedIn(_now, given.KeepMeSignedIn == true || given.StaySignedIn == "yes");
    }

    private TimeSpan Until(MomentExpression moment)
    {
        var start = DateTimeOffset.UnixEpoch;
        return moment.Evaluate(_settings, start, start + _last) - start;
    }

    private sealed record SignedIn(TimeSpan At, bool Kept);
}
