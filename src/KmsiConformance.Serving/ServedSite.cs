using KmsiConformance.Policies;
using KmsiConformance.Reference.Web;
using KmsiConformance.Suite.Expressions;

namespace KmsiConformance.Serving;

/// <summary>A site without a protocol that is served: what its owner decided, and where its pages are.</summary>
/// <param name="Origin">For example <c>https://login.localhost:4711</c>.</param>
public sealed record ServedSite(string Origin, WebSettings Settings)
{
    /// <summary>The address of the sign-in page.</summary>
    public string SignIn => Origin + WebPaths.SignIn;

    /// <summary>The addresses of the pages that need a sign-in, by name.</summary>
    public IReadOnlyDictionary<string, string> Areas =>
        Settings.Areas.ToDictionary(area => area, area => Origin + WebPaths.Area(area), StringComparer.Ordinal);

    /// <summary>Whether the sign-in page has the box.</summary>
    public bool OffersBox => Settings.OffersBox;

    /// <summary>What the names of lengths stand for.</summary>
    public SettingsInForce Lengths => LengthsOf(Settings);

    /// <summary>The settings in words.</summary>
    public string Words => $"{Suite.Expressions.Lengths.Words(Lengths)}, "
        + (Settings.Sessions.Expiry == ExpiryType.Rolling ? "rolling, " : "absolute, ")
        + (Settings.CookieParts == 1 ? "one cookie" : FormattableString.Invariant($"{Settings.CookieParts} cookies"));

    /// <summary>What the names of lengths stand for under such settings: without a box nobody is kept signed in.</summary>
    internal static SettingsInForce LengthsOf(WebSettings settings) =>
        new(settings.Sessions.Session, settings.OffersBox ? settings.Sessions.KeepAlive : null)
        {
            Maximum = settings.Sessions.Maximum,
            KeepAliveMaximum = settings.Sessions.KeepAliveMaximum,
        };
}
