using System.Reflection;

namespace KmsiConformance.Browsers;

/// <summary>The scripts that are evaluated in a page; functions of one argument, embedded in this assembly.</summary>
internal static class PageScript
{
    public static string AtRest { get; } = WithParts("at-rest.js");

    public static string FindControls { get; } = WithParts("find-controls.js");

    public static string DescribeControls { get; } = WithParts("describe-controls.js");

    /// <summary>Signs as the scripts expect them.</summary>
    public static object Argument(PageSigns signs) => new
    {
        userName = signs.UserName,
        password = signs.Password,
        submit = signs.Submit,
        keepMeSignedIn = signs.KeepMeSignedIn,
        message = signs.Message,
        errorPage = signs.ErrorPage,
        signedOut = signs.SignedOut,
        signedIn = signs.SignedIn,
        signedInAs = signs.SignedInAs,
        inTransit = signs.InTransit,
        leavesBy = signs.LeavesBy,
        userNameFirst = signs.UserNameFirst,
        interrupts = signs.Interrupts.Select(interrupt => new { name = interrupt.Name, page = interrupt.Page }),
        byMeaning = signs.ByMeaning,
    };

    // A script that also gets the reader of the page's parts.
    private static string WithParts(string name) => $"argument => ({Read(name)})(argument, {Read("page-parts.js")})";

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in this assembly.");
        using var reader = new StreamReader(stream);

        // A comment at the beginning would hide the brackets that are put around.
        return string.Join('\n', reader.ReadToEnd().Split('\n').SkipWhile(line => line.StartsWith("//", StringComparison.Ordinal))).Trim();
    }
}
