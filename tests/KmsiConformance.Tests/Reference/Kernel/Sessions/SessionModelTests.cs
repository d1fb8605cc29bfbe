using FsCheck;
using FsCheck.Fluent;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.Kernel.Sessions;

/// <summary>
/// The session store against a model that shares nothing with it: a list of all that ever happened, read from the
/// beginning for every question. Slow, and easy to believe.
/// </summary>
public sealed class SessionModelTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly SessionSettings[] Policies =
    [
        new(SsoScope.Tenant, 7, ExpiryType.Absolute, 1200),
        new(SsoScope.Tenant, 3, ExpiryType.Rolling, 900),
        new(SsoScope.Tenant, null, ExpiryType.Rolling, 3600),
        new(SsoScope.Application, 1, ExpiryType.Rolling, 1200),
        new(SsoScope.Policy, 2, ExpiryType.Absolute, 1800),
        new(SsoScope.Suppressed, 7, ExpiryType.Rolling, 1200),
    ];

    private static readonly string[] Apps = ["groceries", "pharmacy"];

    private enum Kind
    {
        SignIn,
        SignInTicked,
        Use,
        SignOut,
    }

    private sealed record Act(Kind Kind, int Minute, int Policy, string App);

    private static Gen<IReadOnlyList<Act>> Lives =>
        from kinds in Gen.Frequency((2, Gen.Constant(Kind.SignIn)), (2, Gen.Constant(Kind.SignInTicked)), (8, Gen.Constant(Kind.Use)),
            (1, Gen.Constant(Kind.SignOut))).ListOf(24)
        from gaps in Gen.Frequency((4, Gen.Choose(0, 30)), (1, Gen.Choose(0, 6000))).ListOf(24)
        from policies in Gen.Choose(0, Policies.Length - 1).ListOf(24)
        from apps in Gen.Elements(Apps).ListOf(24)
        select (IReadOnlyList<Act>)[.. Enumerable.Range(0, 24)
            .Select(i => new Act(kinds[i], gaps.Take(i + 1).Sum(), policies[i], apps[i]))];

    [Test]
    public void The_store_answers_as_the_history_says([Values(B2cProfile.August2018, B2cProfile.December2020)] string profile) =>
        Prop.ForAll(Lives.ToArbitrary(), acts =>
        {
            var told = Tell(acts, profile);
            return Enumerable.Range(0, acts.Count).Where(i => acts[i].Kind == Kind.Use).All(i => told[i] == Expected(acts, i, profile));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Test]
    public void Sessions_of_others_change_nothing() =>
        Prop.ForAll(Lives.ToArbitrary(), acts =>
        {
            // Whatever happens in the other application's own sessions (policy 3), this one's answer alike.
            var mine = acts.Where(act => act.Policy == 3).ToList();
            var alone = mine.Where(act => act.App == Apps[0]).ToList();
            return Tell(mine, B2cProfile.December2020).Where((_, i) => mine[i].App == Apps[0])
                .SequenceEqual(Tell(alone, B2cProfile.December2020));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // What the real store says, with one browser that keeps every cookie for ever.
    private static List<bool> Tell(IReadOnlyList<Act> acts, string profile)
    {
        var rules = new SessionRules { Readings = KnownProfiles.Readings(profile) };
        var store = new SessionStore(rules, new HandMovedClock());
        var cookies = new Dictionary<SessionKey, string>();
        return [.. acts.Select(act =>
        {
            var at = Start.AddMinutes(act.Minute);
            if (rules.KeyFor(Policies[act.Policy], act.App, $"P{act.Policy}") is not { } key) return false;
            var id = cookies.TryGetValue(key, out var handle) ? store.Find(key, handle) : null;
            switch (act.Kind)
            {
                case Kind.Use:
                    return store.Apply(id, new SignInAsked(Policies[act.Policy], at)).Outcome == SessionOutcome.Silent;
                case Kind.SignOut:
                    store.Apply(id, new SignOutAsked(Policies[act.Policy], at));
                    return false;
                default:
                    cookies[key] = store.Begin(id, new CredentialsAccepted(Policies[act.Policy], at, key, "alice", BoxOffered: true,
                        act.Kind == Kind.SignInTicked)).Handle;
                    return false;
            }
        })];
    }

    // Whether a use is silent, found by reading everything that happened before it in the same scope.
    private static bool Expected(IReadOnlyList<Act> acts, int use, string profile)
    {
        if (Policies[acts[use].Policy].Scope == SsoScope.Suppressed) return false;
        int? end = null;
        var ticked = false;
        foreach (var act in acts.Take(use).Where(act => Shares(act, acts[use])))
        {
            var settings = Policies[act.Policy];
            switch (act.Kind)
            {
                case Kind.SignOut:
                    end = null;
                    break;
                case Kind.SignIn or Kind.SignInTicked:
                    ticked = act.Kind == Kind.SignInTicked && settings.KeepAliveInDays > 0;
                    end = act.Minute + Minutes(settings, ticked, profile);
                    break;
                default:
                    if (end > act.Minute && settings.SessionExpiryType == ExpiryType.Rolling)
                        end = Math.Max(end.Value, act.Minute + Minutes(settings, ticked && settings.KeepAliveInDays > 0, profile));
                    break;
            }
        }

        return end > acts[use].Minute;
    }

    private static int Minutes(SessionSettings settings, bool kept, string profile) =>
        kept && profile != B2cProfile.August2018 ? settings.KeepAliveInDays!.Value * 1440 : settings.SessionExpiryInSeconds!.Value / 60;

    private static bool Shares(Act one, Act other) => (Policies[one.Policy].Scope, Policies[other.Policy].Scope) switch
    {
        (SsoScope.Tenant, SsoScope.Tenant) => true,
        (SsoScope.Application, SsoScope.Application) => one.App == other.App,
        (SsoScope.Policy, SsoScope.Policy) => one.Policy == other.Policy,
        _ => false,
    };
}
