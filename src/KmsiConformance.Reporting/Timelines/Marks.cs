using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Reporting.Html;

namespace KmsiConformance.Reporting.Timelines;

/// <summary>Chooses which events are marked on the timeline, on which row, and in which words.</summary>
public static class Marks
{
    /// <summary>Name of the row of the browser's process.</summary>
    public const string BrowserRow = "Browser";

    /// <summary>Name of the row of clock moves.</summary>
    public const string ClockRow = "World clock";

    /// <summary>The marks of one scenario, in order.</summary>
    public static IReadOnlyList<Mark> Of(IEnumerable<Event> events) => [.. events.Select(Of).OfType<Mark>()];

    private static Mark? Of(Event observed) => observed switch
    {
        ClockMoved moved => Make(MarkKind.ClockMove, ClockRow, observed, $"Clock moved by {Wording.Span(moved.By)}", moved: true),
        ClockPutOff off =>
            Make(MarkKind.ClockMove, ClockRow, observed, $"The clock of the {off.Whose} is {EventWords.Off(off.Ahead)}"),
        BrowserStopped { Kind: "quit" } => Make(MarkKind.Quit, BrowserRow, observed, "Browser closed"),
        BrowserStopped { Kind: "crash" } => Make(MarkKind.Crash, BrowserRow, observed, "Browser killed"),
        BrowserStopped { Kind: "restore-session" } =>
            Make(MarkKind.Quit, BrowserRow, observed, "Browser closed, to go on where the user left off"),
        BrowserStopped { Kind: "private-window" } => Make(MarkKind.Quit, BrowserRow, observed, "Browser closed, a private window opened"),
        BrowserStopped { Kind: not "end" } other => Make(MarkKind.Quit, BrowserRow, observed, $"Browser stopped: {other.Kind}"),
        SignInObserved seen => Make(OutcomeKind(seen.Outcome), seen.App, observed, $"{OutcomeWords(seen)}: {seen.Because}"),
        CredentialsPosted posted => Make(MarkKind.Credentials, posted.Site, observed,
            $"Credentials of {posted.User} posted, keep me signed in {Box(posted.KeepMeSignedIn)}"),
        // An app session that ran out shows in the next visit; a mark for each would bury the others.
        AppSessionEnded { Reason: not "expired" } ended =>
            Make(MarkKind.SignOut, ended.App, observed, $"App session ended: {ended.Reason}"),
        AppNotified told => Make(MarkKind.Notified, told.App, observed, EventWords.Notified(told)),
        LogoutTokenReceived told =>
            Make(
                MarkKind.Notified, told.App, observed,
                $"Told of a sign-out from server to server; {told.Problem ?? $"sessions ended: {told.EndedSessions}"}"),
        ProviderAsked asked => Make(MarkKind.ProviderAsked, asked.Provider, observed, $"Asked for {asked.For} ({asked.How})"),
        ProviderPrompted prompted => Make(MarkKind.Prompt, prompted.Provider, observed, "Asked for credentials"),
        ProviderSessionEnded ended => Make(MarkKind.SignOut, ended.Provider, observed, $"Its own session ended: {ended.Reason}"),
        InterruptAnswered answered =>
            Make(MarkKind.Answered, answered.Site, observed, $"Answered {answered.Answer} to {answered.Interrupt}"),
        InterruptAbandoned left => Make(MarkKind.Unknown, left.Site, observed, $"Left {left.Interrupt} without an answer"),
        HarnessFault fault => Make(MarkKind.HarnessFault, BrowserRow, observed, $"The harness failed: {fault.Message}"),
        _ => null,
    };

    private static Mark Make(MarkKind kind, string row, Event observed, string text, bool moved = false) =>
        new(kind, row, new Moment(observed.At, observed.Sequence, row, moved), OnDevice(observed, text));

    private static string OnDevice(Event observed, string text) => observed.Device is { } device ? $"On the {device}: {text}" : text;

    private static MarkKind OutcomeKind(string outcome) => outcome switch
    {
        VisitOutcomes.Silent => MarkKind.Silent,
        VisitOutcomes.Prompt => MarkKind.Prompt,
        VisitOutcomes.SignedIn => MarkKind.SignedIn,
        VisitOutcomes.AppSession => MarkKind.AppSession,
        VisitOutcomes.Rejected => MarkKind.Rejected,
        VisitOutcomes.Error => MarkKind.Error,
        _ => MarkKind.Unknown,
    };

    private static string OutcomeWords(SignInObserved seen) => OutcomeKind(seen.Outcome) switch
    {
        MarkKind.Unknown => seen.Outcome,
        var kind => Legend(kind),
    };

    private static string Box(bool? ticked) => ticked switch
    {
        true => "ticked",
        false => "not ticked",
        null => "not offered or not touched",
    };

    /// <summary>What the legend says beside the shape.</summary>
    public static string Legend(MarkKind kind) => kind switch
    {
        MarkKind.Silent => "Silent sign-in",
        MarkKind.Prompt => "Prompt",
        MarkKind.SignedIn => "Signed in",
        MarkKind.AppSession => "App session used",
        MarkKind.Rejected => "Rejected",
        MarkKind.Error => "Error answer",
        MarkKind.Unknown => "Unknown",
        MarkKind.Credentials => "Credentials posted",
        MarkKind.SignOut => "Own session ended",
        MarkKind.Notified => "Told of a sign-out",
        MarkKind.ProviderAsked => "Provider asked",
        MarkKind.Answered => "Question answered",
        MarkKind.ClockMove => "Clock moved",
        MarkKind.Quit => "Browser closed",
        MarkKind.Crash => "Browser killed",
        MarkKind.HarnessFault => "Harness failed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown mark"),
    };
}
