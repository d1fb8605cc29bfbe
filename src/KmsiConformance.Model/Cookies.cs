using System.Collections.Immutable;

namespace KmsiConformance.Model;

/// <summary>What follows when cookies are deleted, copied or changed outside of any page.</summary>
internal sealed class Cookies(Settings settings)
{
    public Foreseen? Foresee(Belief before, TouchCookies touch)
    {
        var jar = before.Jar;
        return touch.Deed switch
        {
            CookieDeed.ForgetApp => jar.Apps.ContainsKey(touch.App!) ? Done(before, jar with { Apps = jar.Apps.Remove(touch.App!) }) : null,
            CookieDeed.ForgetProvider => jar.Provider is null ? null : Done(before, jar with { Provider = null }),
            CookieDeed.ClearAll => Done(before, new CookieJar { Lost = Lost(jar) }),
            CookieDeed.PasteSession => Paste(before),
            _ when settings.Sharing == Sharing.Nobody || jar.Login.Count == 0
                || jar.Login.Values.Any(cookie => !IsThere(before, cookie)) => null,
            CookieDeed.DeleteSession => Done(before, jar with { Login = Nothing, Lost = Lost(jar) }),
            CookieDeed.AlterSession => Done(before, jar with { Login = Each(jar, cookie => cookie with { Altered = true }) }),
            _ when jar.Login.Values.Any(cookie => cookie.Altered) => null,
            _ => Foreseen.Done(before with
            {
                Copies = jar.Login.ToImmutableSortedDictionary(cookie => cookie.Key, cookie => cookie.Value.Session),
            }),
        };
    }

    private static ImmutableSortedDictionary<string, LoginCookie> Nothing => ImmutableSortedDictionary<string, LoginCookie>.Empty;

    // A private window shares nothing with the profile behind it, so that a copy may be put there as well.
    private static Foreseen? Paste(Belief before)
    {
        if (before.Copies.Count == 0) return null;

        // A session that is kept may have a cookie of another name: which of two counts, no document says.
        if (before.Copies.Any(copy => before.Jar.Login.GetValueOrDefault(copy.Key) is { } present
            && before.Sessions[present.Session].Kept != before.Sessions[copy.Value].Kept)) return null;
        var pasted = before.Copies.Select(copy => KeyValuePair.Create(
            copy.Key, new LoginCookie(copy.Value, Persistent: false, before.Now, Ends: null) { Pasted = true }));
        return Foreseen.Done(before with
        {
            Jar = before.Jar with { Login = before.Jar.Login.SetItems(pasted) }, EverPasted = true,
        });
    }

    private static bool IsThere(Belief belief, LoginCookie cookie) =>
        cookie.Sure && (cookie.Ends is not { } ends || belief.HasCome(ends) == false)
            && !(cookie.Persistent is null && cookie.OutlivedBrowser);

    private static ImmutableSortedDictionary<string, LoginCookie> Each(CookieJar jar, Func<LoginCookie, LoginCookie> change) =>
        jar.Login.ToImmutableSortedDictionary(cookie => cookie.Key, cookie => change(cookie.Value));

    private static ImmutableSortedDictionary<string, Loss> Lost(CookieJar jar) =>
        jar.Lost.SetItems(jar.Login.Keys.Select(key => KeyValuePair.Create(key, Loss.Deleted)));

    private static Foreseen Done(Belief before, CookieJar jar) => Foreseen.Done(before with { Jar = jar });
}
