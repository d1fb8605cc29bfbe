namespace KmsiConformance.Suite.Expressions;

/// <summary>
/// A moment as scenarios write it: <c>sign-in + keep-alive - 1 minute</c>. It starts from <c>start</c> (of the scenario),
/// <c>sign-in</c> (the last time credentials were accepted), or a date: <c>2027-03-28T00:30Z</c>, <c>next 03-28T00:30Z</c>.
/// </summary>
public sealed class MomentExpression
{
    private const string Start = "start";
    private const string SignIn = "sign-in";
    private readonly string _anchor;
    private readonly CalendarDate? _date;

    private MomentExpression(string text, string anchor, CalendarDate? date, DurationExpression? after)
    {
        Text = text;
        _anchor = anchor;
        _date = date;
        After = after;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>How long after its anchor; null where it is the anchor itself.</summary>
    public DurationExpression? After { get; }

    /// <summary>Whether it is a date, of which only the run knows how far away it is.</summary>
    public bool IsDate => _date is not null;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">The message says what was expected.</exception>
    public static MomentExpression Parse(string text)
    {
        var trimmed = text.Trim();
        var found = CalendarDate.Find(trimmed);
        var anchor = found is { } date
            ? trimmed[..^date.Behind.Length]
            : new[] { SignIn, Start }.FirstOrDefault(name => trimmed.StartsWith(name, StringComparison.Ordinal))
                ?? throw new FormatException(
                    $"Expected a moment that begins with 'sign-in', 'start' or a date such as 2027-03-28T00:30Z, found '{trimmed}'.");
        var rest = trimmed[anchor.Length..].Trim();
        if (rest.Length > 0 && rest[0] is not ('+' or '-'))
            throw new FormatException($"Expected '+' or '-' after '{anchor}', found '{rest}'.");
        return new MomentExpression(trimmed, anchor, found?.Date, rest.Length == 0 ? null : DurationExpression.Parse(rest));
    }

    /// <summary>Whether a setting's name stands in it.</summary>
    public bool Names(string setting) => After?.Names(setting) == true;

    /// <summary>The moment, given when the scenario started and when credentials were last accepted.</summary>
    /// <exception cref="FormatException">It names sign-in, and nobody has signed in yet.</exception>
    public DateTimeOffset Evaluate(SettingsInForce settings, DateTimeOffset start, DateTimeOffset? signIn)
    {
        var from = _date is { } date ? date.From(start)
            : _anchor == Start ? start
            : signIn ?? throw new FormatException($"'{Text}' counts from the sign-in, but nobody has signed in yet.");
        return from + (After?.Evaluate(settings) ?? TimeSpan.Zero);
    }

    public override string ToString() => Text;
}
