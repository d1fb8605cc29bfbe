using System.Collections.Immutable;

namespace KmsiConformance.Model;

/// <summary>What is left in a browser that was ended and started anew.</summary>
internal static class Restarts
{
    public static Foreseen Foresee(Belief before, RestartKind kind)
    {
        // Nothing of a private window is left, and the profile behind it is as it was.
        var left = before.Behind ?? before.Jar;
        var isPrivate = before.Behind is not null;
        return Foreseen.Done(kind switch
        {
            RestartKind.PrivateWindow => before with { Jar = CookieJar.Empty, Behind = isPrivate ? left : Closed(left) },
            RestartKind.RestoreSession when !isPrivate => before with { Jar = Restored(left), Behind = null },
            _ => before with { Jar = isPrivate ? left : Closed(left), Behind = null },
        });
    }

    private static CookieJar Closed(CookieJar jar) => new()
    {
        Provider = jar.Provider,
        Login = jar.Login.Where(cookie => cookie.Value.Persistent != false)
            .ToImmutableSortedDictionary(cookie => cookie.Key, cookie => cookie.Value with { OutlivedBrowser = true }),
        Lost = jar.Lost.SetItems(jar.Login.Where(cookie => cookie.Value.Persistent == false)
            .Select(cookie => KeyValuePair.Create(cookie.Key, Loss.BrowserClosed))),
    };

    private static CookieJar Restored(CookieJar jar) => jar with
    {
        Login = jar.Login.ToImmutableSortedDictionary(cookie => cookie.Key, cookie => cookie.Value with { OutlivedBrowser = true }),
    };
}
