using KmsiConformance.Suite.Expressions;

namespace KmsiConformance.Suite.Steps.Time;

/// <summary>How wrong a clock is: <c>10 minutes ahead</c>, <c>1 hour behind</c>, or <c>right</c>.</summary>
public sealed class ClockError
{
    private const string Ahead = " ahead";
    private const string Behind = " behind";
    private const string Right = "right";

    private readonly string _text;
    private readonly int _sign;

    private ClockError(string text, int sign, DurationExpression? by)
    {
        (_text, _sign, By) = (text, sign, by);
    }

    /// <summary>How far, in whichever direction; null where it is right.</summary>
    public DurationExpression? By { get; }

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">The message says what was expected.</exception>
    public static ClockError Parse(string text)
    {
        var trimmed = text.Trim();
        return trimmed == Right ? new ClockError(trimmed, 0, null)
            : Sign(trimmed, Ahead, 1) ?? Sign(trimmed, Behind, -1)
            ?? throw new FormatException(
                $"Expected how far a clock is off, such as '10 minutes ahead' or '1 hour behind', or 'right'; found '{trimmed}'.");
    }

    /// <summary>How far it is ahead of the right time under these settings; negative for behind.</summary>
    /// <exception cref="FormatException">It names keep-alive, and nobody can be kept signed in.</exception>
    public TimeSpan Evaluate(SettingsInForce settings) => By is null ? TimeSpan.Zero : _sign * By.Evaluate(settings);

    public override string ToString() => _text;

    private static ClockError? Sign(string text, string word, int sign) => text.EndsWith(word, StringComparison.Ordinal)
        ? new ClockError(text, sign, DurationExpression.Parse(text[..^word.Length]))
        : null;
}
