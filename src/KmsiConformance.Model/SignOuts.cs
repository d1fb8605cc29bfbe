using System.Collections.Immutable;
using KmsiConformance.Policies;

namespace KmsiConformance.Model;

/// <summary>What a sign-out ends, and who is told.</summary>
internal sealed class SignOuts(Readings readings, Settings settings, IReadOnlyList<string> everyApp, Lives lives)
{
    /// <summary>What follows from signing out at an app; null where it is not signed in by the session of this browser.</summary>
    public Foreseen? Foresee(Belief before, SignOut signOut)
    {
        var app = signOut.App;
        if (before.Tokens.GetValueOrDefault(app) is not { } tokens || settings.Sharing == Sharing.Nobody) return null;

        // The hint, and the policy to sign out of, are what the app's own session holds.
        if (before.Jar.Apps.GetValueOrDefault(app) is not { Sure: true } own || own.Session != tokens.Session) return null;
        if (before.HasCome(own.Ends) != false) return null;
        var key = Scope.Of(settings, app, tokens.UnderOtherPolicy);
        if (before.Jar.Login.GetValueOrDefault(key) is not { Sure: true, Altered: false, Pasted: false } cookie) return null;
        if (cookie.Session != tokens.Session || before.Sessions[cookie.Session] is not { Ended: null } session) return null;
        if (cookie.Persistent is null && cookie.OutlivedBrowser || lives.IsOver(before, session) != false) return null;
        if (cookie.Ends is { } ends && before.HasCome(ends) != false) return null;

        if (signOut.ReturnTo is not null) return Refused(before, app, key, cookie, session);
        if (signOut.Confirmed == false)
        {
            // The app has signed its own user out, and the endpoint waits for an answer.
            var left = before.With(session with { PerhapsUsed = before.Now }) with
            {
                Jar = before.Jar with { Apps = before.Jar.Apps.Remove(app) },
            };
            return new Foreseen(left, null, Because.AsksWithoutHint, []);
        }

        var told = readings.TellsApps && settings.AppsAreTold;
        var apps = before.Jar.Apps.Remove(app)
            .Where(other => !(told && session.Apps.Contains(other.Key) && other.Value.Session == session.Number))
            .ToImmutableSortedDictionary(other => other.Key, other => Doubtful(other.Value, told));
        var after = before.With(session with { Ended = Ending.SignedOut }) with
        {
            Jar = before.Jar with
            {
                Login = before.Jar.Login.SetItem(key, cookie with { Sure = false }),
                Apps = apps,
                Provider = Left(before, session),
            },
            SignedIn = settings.Sharing == Sharing.Everybody ? [] : before.SignedIn.Remove(app),
        };
        return new Foreseen(
            after, null,
            signOut.Confirmed == true ? Because.AsksWithoutHint : settings.RequiresHint ? Because.SignOutWithHint : session.Kept ? Because.KeptSignOutReturns : Because.SignOutReturns,
            told ? [.. Notices(before, app, session)] : []);
    }

    // An address that nobody registered. Who is told then, and whether the session has ended, no document says.
    private Foreseen? Refused(Belief before, string app, string key, LoginCookie cookie, LoginSession session)
    {
        if (!settings.RequiresHint && readings.Product != LoginProduct.OpenIdConnect) return null;
        var after = before.With(session with { Ended = Ending.Doubtful }) with
        {
            Jar = before.Jar with
            {
                Login = before.Jar.Login.SetItem(key, cookie with { Sure = false }),
                Apps = before.Jar.Apps.Remove(app)
                    .ToImmutableSortedDictionary(other => other.Key, other => other.Value with { Sure = false }),
                Provider = Left(before, session),
            },
            SignedIn = before.SignedIn.Remove(app),
        };
        return new Foreseen(after, null, settings.RequiresHint ? Because.AddressRefused : Because.AddressNeverVisited, []);
    }

    private static ProviderSession? Left(Belief before, LoginSession session) =>
        session.IsFederated && before.Jar.Provider is { } at ? at with { Sure = false } : before.Jar.Provider;

    // Whether an app is told that another session signed in, no document says.
    private static AppSession Doubtful(AppSession own, bool told) => told ? own with { Sure = false } : own;

    private IEnumerable<Look> Notices(Belief before, string app, LoginSession session)
    {
        if (readings.TellsInitiator) yield return new LookAtNotice(app, true, Because.InitiatorTold);
        foreach (var other in session.Apps.Remove(app)) yield return new LookAtNotice(other, true, Because.AppsTold);

        // Under one scope for all, whoever signed nobody in since the last sign-out has nothing to be told.
        if (settings.Sharing != Sharing.Everybody) yield break;
        foreach (var other in everyApp.Where(other => other != app && !before.SignedIn.Contains(other)))
            yield return new LookAtNotice(other, false, Because.NoOtherTold);
    }
}
