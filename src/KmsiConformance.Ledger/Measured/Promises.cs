namespace KmsiConformance.Ledger.Measured;

/// <summary>What the cookies promise that a session rests on.</summary>
public static class Promises
{
    /// <summary>The longest of them, in seconds; null where none promises more than until the browser is closed.</summary>
    /// <param name="withBox">Of a session with the box, or of one without.</param>
    public static double? Of(Measurement measured, bool withBox) => Carriers(measured)
        .Select(cookie => cookie.WithBox is null || withBox ? cookie.PromisedSeconds : cookie.PromisedSecondsWithoutBox).Max();

    /// <summary>Whether any cookie is known on which a session rests.</summary>
    public static bool IsKnown(Measurement measured) => Carriers(measured).Any();

    private static IEnumerable<MeasuredCookie> Carriers(Measurement measured) =>
        measured.Cookies.Where(cookie => cookie.Role is not (null or "none"));
}
