using KmsiConformance.Suite;
using KmsiConformance.Suite.Words;

namespace KmsiConformance.Browsers;

/// <summary>
/// How to recognise pages of a product: CSS selectors, from its recipe. The first that matches a visible element counts.
/// </summary>
/// <param name="UserName">Candidates for the user name field.</param>
/// <param name="Password">The password field; where it is visible, the page asks for credentials.</param>
/// <param name="Submit">The button that sends the credentials.</param>
/// <param name="KeepMeSignedIn">The box.</param>
/// <param name="Message">Candidates for the message after rejected credentials; shown when visible and not empty.</param>
/// <param name="ErrorPage">Marks a page of the login endpoint that only tells of an error.</param>
/// <param name="SignedOut">Marks the login endpoint's own page after a sign-out without redirect.</param>
/// <param name="InTransit">Marks pages that will leave by themselves (auto-submitted forms, sign-out pages that redirect);
/// the one sign that counts without being visible.</param>
public sealed record PageSigns(
    IReadOnlyList<string> UserName,
    IReadOnlyList<string> Password,
    IReadOnlyList<string> Submit,
    IReadOnlyList<string> KeepMeSignedIn,
    IReadOnlyList<string> Message,
    IReadOnlyList<string> ErrorPage,
    IReadOnlyList<string> SignedOut,
    IReadOnlyList<string> InTransit)
{
    /// <summary>Marks a page that only somebody who is signed in is shown.</summary>
    public IReadOnlyList<string> SignedIn { get; init; } = [];

    /// <summary>Candidates for what names the user who is signed in.</summary>
    public IReadOnlyList<string> SignedInAs { get; init; } = [];

    /// <summary>The button or link by which a page signs out.</summary>
    public IReadOnlyList<string> SignOut { get; init; } = [];

    /// <summary>Parts of the pages on which users look after their account, by the keys of recipes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> OfAccount { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>For browsers without scripts: candidates for the link by which a page in transit leaves.</summary>
    public IReadOnlyList<string> LeavesBy { get; init; } = [];

    /// <summary>For browsers without scripts: what the scripts of pages in transit put into their fields, by selector.</summary>
    public IReadOnlyDictionary<string, string> ScriptFills { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>For browsers without scripts: the calls of the credential page's script; null for an ordinary form.</summary>
    public WireCalls? Wire { get; init; }

    /// <summary>Marks a page that asks for the user name alone; the password is asked for on a later one.</summary>
    public IReadOnlyList<string> UserNameFirst { get; init; } = [];

    /// <summary>Pages that may come between and want one of several answers.</summary>
    public IReadOnlyList<Interrupt> Interrupts { get; init; } = [];

    /// <summary>By which parts are found that are given as <c>meaning:NAME</c>; see <see cref="Meaning"/>.</summary>
    public PageWords Words { get; init; } = PageWords.None;

    /// <summary>Whether any part is given by its meaning.</summary>
    public bool ByMeaning => Entries.Any(entry => Meaning.Of(entry) is not null);

    private IEnumerable<string> Entries =>
    [
        .. UserName, .. UserNameFirst, .. Password, .. Submit, .. KeepMeSignedIn, .. Message, .. ErrorPage, .. SignedOut, .. InTransit,
        .. SignedIn, .. SignedInAs, .. SignOut,
        .. Interrupts.SelectMany(interrupt => interrupt.Page),
    ];
}
