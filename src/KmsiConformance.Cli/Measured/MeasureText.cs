using System.Globalization;
using KmsiConformance.Cli.Output;
using KmsiConformance.Ledger.Measured;
using Spectre.Console;

namespace KmsiConformance.Cli.Measured;

/// <summary>A measurement as tables on the terminal: what is promised beside what was seen.</summary>
internal static class MeasureText
{
    private const string Unknown = "not known";

    public static void Print(IAnsiConsole console, Measurement measured)
    {
        console.MarkupLine($"[bold]{Markup.Escape(SafeText.OneLine(measured.Target.Name))}[/]: what its sign-in really does");
        Lives(console, measured);
        Cookies(console, measured.Cookies);
        Restarts(console, measured);
        SignOut(console, measured.SignOut);
        if (measured.OpenId is { } openId)
        {
            var table = Table("OpenID Connect", "");
            foreach (var (name, value) in MeasuredWords.Of(openId)) Row(table, name, value);
            console.Write(table);
        }

        foreach (var missing in measured.Missing) console.MarkupLine($"Not measured: {Markup.Escape(SafeText.OneLine(missing))}");
    }

    private static void Lives(IAnsiConsole console, Measurement measured)
    {
        if (measured.Server is { WithoutBox: null, WithBox: null }) return;
        var table = Table("session", "promised", "unused, it lasts", "use extends it", "in use, it lasts", "looks");
        foreach (var (name, life, promised) in new[]
        {
            ("without the box", measured.Server.WithoutBox, Promised(measured, withBox: false)),
            ("with the box", measured.Server.WithBox, Promised(measured, withBox: true)),
        })
        {
            if (life is null) continue;
            Row(
                table, name, promised, MeasuredWords.Bounds(life.LowerSeconds, life.UpperSeconds) + (life.Unstable ? ", UNSTABLE" : ""),
                MeasuredWords.Extends(life), MeasuredWords.InUse(life),
                life.Probes.ToString(CultureInfo.InvariantCulture));
        }

        console.Write(table);
    }

    // By the cookie that carries it.
    private static string Promised(Measurement measured, bool withBox) =>
        Promises.IsKnown(measured) ? MeasuredWords.Promise(Promises.Of(measured, withBox)) : Unknown;

    private static void Cookies(IAnsiConsole console, IReadOnlyList<MeasuredCookie> cookies)
    {
        if (cookies.Count == 0) return;
        var table = Table("cookie", "good for", "without the box", "with the box", "renewed", "deleted alone", "attributes");
        foreach (var cookie in cookies)
        {
            Row(
                table, cookie.Name, cookie.Role ?? Unknown,
                cookie.WithoutBox ? MeasuredWords.Promise(cookie.PromisedSecondsWithoutBox) : "not set",
                cookie.WithBox switch { null => "–", true => MeasuredWords.Promise(cookie.PromisedSeconds), false => "not set" },
                cookie.Renewed ?? Unknown, cookie.DeletedAlone ?? Unknown, MeasuredWords.Attributes(cookie.Attributes));
        }

        console.Write(table);
    }

    private static void Restarts(IAnsiConsole console, Measurement measured)
    {
        if (measured.Restart.Count == 0) return;
        var table = Table("restart", "without the box", "with the box");
        foreach (var (kind, seen) in measured.Restart)
            Row(table, kind, seen.WithoutBox ?? Unknown, seen.WithBox ?? (measured.OffersBox == true ? Unknown : "–"));
        console.Write(table);
    }

    private static void SignOut(IAnsiConsole console, MeasuredSignOut? seen)
    {
        if (seen is null) return;
        var table = Table("sign-out", "");
        Row(table, "this browser is asked again", MeasuredWords.YesNo(seen.EndsHere));
        Row(table, "a copy opens nothing right afterwards", MeasuredWords.YesNo(seen.RevokesServerSession));
        Row(
            table, "the cookies are deleted",
            MeasuredWords.YesNo(seen.ClearsCookies) + (seen.CookiesLeft.Count > 0 ? $"; left: {string.Join(", ", seen.CookiesLeft)}" : ""));
        Row(table, "it leads to", seen.LeadsTo ?? Unknown);
        if (seen.FollowsForeignAddress is { } follows)
            Row(table, "an address that nobody registered is followed", MeasuredWords.YesNo(follows));
        console.Write(table);
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)));
        return table;
    }

    private static void Row(Table table, params string[] cells) =>
        table.AddRow([.. cells.Select(cell => new Text(SafeText.OneLine(cell)))]);
}
