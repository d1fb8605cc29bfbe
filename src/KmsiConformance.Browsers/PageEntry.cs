using KmsiConformance.Ledger;
using KmsiConformance.Suite;

namespace KmsiConformance.Browsers;

/// <summary>What a person does on one page: fills in fields, sets a box, and presses a control.</summary>
/// <param name="Fields">In the order in which they are filled in.</param>
/// <param name="Press">What sends it all.</param>
public sealed record PageEntry(IReadOnlyList<FieldEntry> Fields, Control Press)
{
    /// <summary>The box to set; null leaves it as it is.</summary>
    public BoxEntry? Box { get; init; }

    /// <summary>For browsers without scripts: the calls by which the page's script sends it; null for an ordinary form.</summary>
    public WireCalls? Wire { get; init; }

    /// <summary>Called once all controls were found, before anything is filled in and sent.</summary>
    public Action Found { get; init; } = () => { };

    /// <summary>User name and password on one page.</summary>
    public static PageEntry Of(Credentials credentials, PageSigns signs) =>
        new([UserNameField(credentials.UserName, signs), PasswordField(credentials.Password, signs)], Send(signs))
        {
            Box = BoxEntry.Of(credentials.KeepMeSignedIn, signs),
            Wire = signs.Wire,
        };

    /// <summary>The user name alone, on a page before that of the password.</summary>
    public static PageEntry OfUserName(string userName, PageSigns signs) => new([UserNameField(userName, signs)], Send(signs));

    /// <summary>The password alone, on a page that knows the user name already.</summary>
    public static PageEntry OfPassword(string password, PageSigns signs) => new([PasswordField(password, signs)], Send(signs));

    /// <summary>One of the answers that an interrupt offers.</summary>
    /// <param name="ticked">What its box is set to; null leaves it as it is.</param>
    public static PageEntry OfAnswer(Interrupt interrupt, string answer, bool? ticked) =>
        new([], Part(interrupt, $"'{answer}'", $"answers.{answer}", interrupt.Answers.GetValueOrDefault(answer, [])))
        {
            Box = ticked is { } given ? new BoxEntry(Part(interrupt, "box", "box", interrupt.Box), given) : null,
        };

    /// <summary>What an interrupt wants filled in, and the answer that sends it.</summary>
    public static PageEntry OfCode(Interrupt interrupt, string answer, string code) =>
        OfAnswer(interrupt, answer, null) with { Fields = [new FieldEntry(Part(interrupt, "field", "field", interrupt.Field), code)] };

    private static Control Part(Interrupt interrupt, string what, string key, IReadOnlyList<string> selectors) =>
        new($"{what} on the page {interrupt.Name}", $"interrupts.{interrupt.Name}.{key}", selectors);

    private static FieldEntry UserNameField(string userName, PageSigns signs) =>
        new(new Control("user name field", "user-name", signs.UserName), userName);

    private static FieldEntry PasswordField(string password, PageSigns signs) =>
        new(new Control("password field", "password", signs.Password), password);

    private static Control Send(PageSigns signs) => new("button that sends the credentials", "submit", signs.Submit);
}

/// <summary>Something on a page that can be used.</summary>
/// <param name="What">What it is, for messages.</param>
/// <param name="RecipeKey">The key of the recipe that says how to find it; null where no recipe does.</param>
/// <param name="Selectors">Candidates; the first that matches a visible element is used.</param>
public sealed record Control(string What, string? RecipeKey, IReadOnlyList<string> Selectors)
{
    /// <summary>The box on the credential page.</summary>
    public static Control Box(PageSigns signs) => new("keep-me-signed-in box", ControlMissing.KeepMeSignedIn, signs.KeepMeSignedIn);

    /// <summary>What to throw when none of the candidates is visible.</summary>
    /// <param name="url">The page's address; its parameters are masked in the message.</param>
    public ControlMissingException Missing(string url)
    {
        var tried = Selectors.Count == 0 ? "nothing, for no selector is given" : string.Join(", ", Selectors);
        return new ControlMissingException(this, url, $"{Secrets.MaskUrl(url)} shows no {What}; tried {tried}");
    }
}

/// <summary>What is typed into a field.</summary>
public sealed record FieldEntry(Control Control, string Text)
{
    /// <summary>Never shows what is typed: it may be a password.</summary>
    public override string ToString() => Control.What;
}

/// <summary>What a box is set to.</summary>
public sealed record BoxEntry(Control Control, bool Ticked)
{
    /// <summary>The box of the credential page; null leaves it as it is.</summary>
    public static BoxEntry? Of(bool? ticked, PageSigns signs) => ticked is { } given ? new BoxEntry(Control.Box(signs), given) : null;
}
