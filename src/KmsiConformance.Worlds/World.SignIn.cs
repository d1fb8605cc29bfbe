using System.Globalization;
using System.Net;
using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite;
using KmsiConformance.Targets;

namespace KmsiConformance.Worlds;

/// <summary>What somebody who signs in types and answers.</summary>
/// <param name="KeepMeSignedIn">What the box on the credential page is set to; null leaves it as it is.</param>
/// <param name="WrongPassword">Type a password that is not the user's.</param>
/// <param name="StaySignedIn">
/// The answer to the question whether to stay signed in: yes, no or abandon; null for none in particular.
/// </param>
/// <param name="DoNotAskAgain">What the box beside that question is set to; null leaves it as it is.</param>
public sealed record SignInEntry(
    TargetUser User, bool? KeepMeSignedIn = null, bool WrongPassword = false, string? StaySignedIn = null, bool? DoNotAskAgain = null)
{
    /// <summary>Type a one-time code that is not the user's.</summary>
    public bool WrongCode { get; init; }

    /// <summary>Type the one-time code that was typed last for the user, while it is still shown.</summary>
    public bool CodeAgain { get; init; }

    /// <summary>Type the one-time code that the authenticator app showed three minutes ago: half a minute is allowed for drift.</summary>
    public bool CodeRunOut { get; init; }

    /// <summary>The password to type in place of the user's; null for none. Such an attempt counts as one with a wrong password.</summary>
    public string? OtherPassword { get; init; }

    /// <summary>Says no where consent is asked for.</summary>
    public bool RefusesConsent { get; init; }

    /// <summary>The answer of somebody who refuses consent, as recipes name it.</summary>
    public const string Refuse = "cancel";

    /// <summary>Leaves the question unanswered.</summary>
    public const string Abandon = "abandon";
}

/// <summary>A one-time code cannot be typed again in a way that shows anything.</summary>
public sealed class CodeNotAgainException(string message) : Exception(message);

/// <content>Signing in through however many pages the login endpoint has.</content>
public sealed partial class World
{
    // Where the scenario names no answer, the one that asks the login endpoint to remember nothing.
    private const string StandardAnswer = "no";

    private const string Accept = "accept";
    private const string Another = "other";
    private const string Verify = "verify";

    // Of the thirty seconds of a code.
    private static readonly TimeSpan YoungFor = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan RunOutFor = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    /// <summary>
    /// Fills in page after page: user name and password, together or one after the other, on whichever site asks, and
    /// the questions that may come between. Each is answered once; one that comes again is a refusal and is left as it is.
    /// </summary>
    public async Task<PageShown?> SignInAsync(SignInEntry given, CancellationToken cancellation)
    {
        var done = new HashSet<(string Host, string What)>();
        PageShown? shown = null;
        var name = new NameGiven();
        var tried = false;
        while (_inUse.Tab.Showing is { } page && Next(page, given, name) is var (what, entry, happens))
        {
            if (page.AsksForCredentials || page.Interrupt == PageKinds.SecondFactor) DemandTrust(page.Url);
            if (!done.Add((Sites.OfUrl(page.Url), what))) break;
            if (entry is null)
            {
                Ledger.Append(happens);
                break;
            }

            if (happens is InterruptAnswered { Interrupt: PageKinds.SecondFactor })
                entry = await CodeEntryAsync(given, cancellation);
            if (happens is CredentialsPosted { Site: KnownSites.Login })
            {
                tried = true;
                await _parts.Care.TurnAsync(given.User.UserName, given.WrongPassword, wait => Budget?.Extend(wait), cancellation);
            }

            shown = await SubmitAsync(entry, happens, cancellation);
            if (page.AsksForUserNameOnly) name = new NameGiven(Sites.OfUrl(page.Url), entry.Box is not null);
        }

        if (tried) TakeNote(given.User.UserName, given.WrongPassword, _inUse.Tab.Showing!);
        return shown;
    }

    /// <summary>
    /// What the tab in use shows, in words, where that is not the page any more that asks for credentials and was left open there: a
    /// page may look by itself whether somebody has signed in meanwhile. Null where it is.
    /// </summary>
    public async Task<string?> ShownInsteadAsync(CancellationToken cancellation)
    {
        if (_inUse.Tab.Showing is not { AsksForCredentials: true } left) return "no page that asks for credentials was left there";
        var now = await Browser.LookAsync(_parts.Signs, _parts.PageLimit, cancellation);
        _inUse.Tab.Showing = now;
        return now.AsksForCredentials && now.Url == left.Url
            ? null
            : $"'{now.Title}' of {Sites.OfUrl(now.Url)} is shown, and nobody has touched it";
    }

    // Of what the login endpoint did with a password.
    private void TakeNote(string user, bool wrongPassword, PageSnapshot page)
    {
        var site = Sites.OfUrl(page.Url);
        if (site == KnownSites.Login && (HttpStatusCode)page.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.Locked)
            throw _parts.Care.Throttled(
                user, string.Create(CultureInfo.InvariantCulture, $"HTTP {page.Status}"),
                passes: (HttpStatusCode)page.Status == HttpStatusCode.TooManyRequests);
        var kind = Kind(page, site);
        if (kind == PageKinds.Throttled) throw _parts.Care.Throttled(user, $"the page “{page.Title}”");
        if (kind == PageKinds.Credentials && site == KnownSites.Login) _parts.Care.Rejected(user, wrongPassword);
        else _parts.Care.Accepted(user);
    }

    /// <summary>Answers the page that came between, if it is the one named; null when another page is showing.</summary>
    /// <param name="unasked">Whether the scenario says nothing of such a page.</param>
    public async Task<PageShown?> AnswerAsync(string name, string answer, CancellationToken cancellation, bool unasked = false)
    {
        if (_inUse.Tab.Showing?.Interrupt != name) return null;
        var answered = new InterruptAnswered(Sites.OfUrl(_inUse.Tab.Showing.Url), name, answer, null, unasked);
        var entry = PageEntry.OfAnswer(_parts.Signs.Interrupts.First(known => known.Name == name), answer, null);
        return await SubmitAsync(entry, answered, cancellation);
    }

    // What happens by it is recorded once all controls were found: what could not be filled in was not posted.
    private async Task<PageShown> SubmitAsync(PageEntry entry, Event? happens, CancellationToken cancellation)
    {
        var recorded = happens is null ? entry : entry with { Found = () => Ledger.Append(happens) };
        try
        {
            return await VisitAsync(() => Browser.SubmitAsync(recorded, _parts.Signs, _parts.PageLimit, cancellation), cancellation);
        }
        catch (ControlMissingException missing)
        {
            Ledger.Append(new ControlMissing(Sites.OfUrl(missing.Page), Secrets.MaskUrl(missing.Page), missing.Control.What,
                missing.Control.RecipeKey));
            throw;
        }
    }

    // Redirects are the target's affair; where a password goes is ours.
    private void DemandTrust(string address)
    {
        var page = new Uri(address);
        if (_parts.Providers.ContainsKey(Sites.OfUrl(address)) || Target.MayHavePasswords(page)) return;
        throw new UntrustedPageException(
            $"a page on {page.GetLeftPart(UriPartial.Authority)} asks for a password or a code, and that is no site of the target; "
            + "nothing was typed. Where it is one, name it under 'sites' in the target file");
    }

    private (string What, PageEntry? Entry, Event Happens)? Next(PageSnapshot page, SignInEntry given, NameGiven name)
    {
        var site = Sites.OfUrl(page.Url);
        var password = given.OtherPassword ?? (given.WrongPassword ? given.User.Password + "-wrong" : given.User.Password);
        var credentials = new CredentialsPosted(site, given.User.UserName, given.KeepMeSignedIn);
        return page switch
        {
            { Interrupt: { } interrupt } => Answer(site, _parts.Signs.Interrupts.First(known => known.Name == interrupt), given),
            { AsksForUserNameOnly: true } =>
                ("user name",
                    PageEntry.OfUserName(given.User.UserName, _parts.Signs) with
                    {
                        Box = page.OffersKeepMeSignedIn ? BoxEntry.Of(given.KeepMeSignedIn, _parts.Signs) : null,
                    },
                    new UserNamePosted(site, given.User.UserName)),
            { AsksForCredentials: true } when site == KnownSites.Login && AsksForPasswordAlone(page, site, name) =>
                ("password",
                    PageEntry.OfPassword(password, _parts.Signs) with
                    {
                        Box = name.WithBox || _parts.Signs.KeepMeSignedIn.Count == 0
                            ? null
                            : BoxEntry.Of(given.KeepMeSignedIn, _parts.Signs),
                    },
                    credentials),
            { AsksForCredentials: true } =>
                ("password", PageEntry.Of(new Credentials(given.User.UserName, password, given.KeepMeSignedIn), _parts.Signs), credentials),
            _ => null,
        };
    }

    // A page that comes after the one for the user name has no field for it, or shows what was typed there. A product that has
    // such pages may as well ask for both on one.
    private bool AsksForPasswordAlone(PageSnapshot page, string site, NameGiven name) =>
        _parts.Signs.UserNameFirst.Count > 0 && (name.Site == site || !page.AsksForUserName);

    private (string What, PageEntry? Entry, Event Happens)? Answer(string site, Interrupt interrupt, SignInEntry given)
    {
        switch (interrupt.Name)
        {
            case PageKinds.StaySignedIn when given.StaySignedIn == SignInEntry.Abandon:
                return (interrupt.Name, null, new InterruptAbandoned(site, interrupt.Name));
            case PageKinds.StaySignedIn:
                var answer = given.StaySignedIn ?? StandardAnswer;
                return (interrupt.Name, PageEntry.OfAnswer(interrupt, answer, given.DoNotAskAgain),
                    new InterruptAnswered(site, interrupt.Name, answer, given.DoNotAskAgain, given.StaySignedIn is null));
            case PageKinds.SecondFactor when given.User.OneTimeCode is not null:
                return (interrupt.Name, PageEntry.OfAnswer(interrupt, Verify, null),
                    new InterruptAnswered(
                        site, interrupt.Name,
                        given.WrongCode ? "a wrong code" : given.CodeAgain ? "the code used before"
                            : given.CodeRunOut ? "a code that has run out" : Verify, null, Unasked: false));
            case PageKinds.SelectAccount:
                // Whoever is to sign in types a password, and goes on as nobody who is signed in already.
                return (interrupt.Name, PageEntry.OfAnswer(interrupt, Another, null),
                    new InterruptAnswered(site, interrupt.Name, Another, null, Unasked: true));
            case PageKinds.Consent:
                var consents = given.RefusesConsent ? SignInEntry.Refuse : Accept;
                return (interrupt.Name, PageEntry.OfAnswer(interrupt, consents, null),
                    new InterruptAnswered(site, interrupt.Name, consents, null, Unasked: !given.RefusesConsent));
            default:
                return null;
        }
    }

    private async Task<PageEntry> CodeEntryAsync(SignInEntry given, CancellationToken cancellation)
    {
        string Shown() => given.User.OneTimeCode!(Clock.GetUtcNow());
        var code = given switch
        {
            { WrongCode: true } => OtherThan(Shown()),
            { CodeAgain: true } => UsedAndShown(given.User.UserName, Shown()),
            { CodeRunOut: true } => given.User.OneTimeCode!(Clock.GetUtcNow() - RunOutFor),
            _ => await _parts.Care.CodeAsync(given.User.UserName, Shown, wait => Budget?.Extend(wait), cancellation),
        };
        if (given is { WrongCode: false, CodeRunOut: false }) _codes[given.User.UserName] = code;
        return PageEntry.OfCode(_parts.Signs.Interrupts.First(known => known.Name == PageKinds.SecondFactor), Verify, code);
    }

    /// <summary>
    /// Goes on to when the user's next one-time code begins, where the one that is shown is soon over and time can be moved: what is
    /// typed twice has to be shown both times.
    /// </summary>
    public async Task AwaitYoungCodeAsync(string user, CancellationToken cancellation)
    {
        if (Target.User(user).OneTimeCode is not { } codeAt || TimeIsReal || Target.Clock is null) return;
        var now = Clock.GetUtcNow();
        for (var left = TimeSpan.FromSeconds(1); left < YoungFor; left += TimeSpan.FromSeconds(1))
        {
            if (codeAt(now + left) == codeAt(now)) continue;
            await MoveClockAsync(left, cancellation);
            return;
        }
    }

    // One that has run out is refused for that, and shows nothing.
    private string UsedAndShown(string user, string shown) => _codes.GetValueOrDefault(user) is not { } used
        ? throw new CodeNotAgainException($"no one-time code of {user} was typed so far")
        : used == shown
            ? used
            : throw new CodeNotAgainException($"the one-time code that {user} used has run out: it would be refused for that");

    // The site whose page for the user name was filled in, and whether the box stood there.
    private readonly record struct NameGiven(string? Site = null, bool WithBox = false);

    private static string OtherThan(string code) => (code[0] == '0' ? '1' : '0') + code[1..];
}
