using System.Text;

namespace KmsiConformance.Suite.Matrix;

/// <summary>One value of each axis: what makes one scenario of a file that describes several.</summary>
/// <param name="Choices">The value taken on each axis, in the order of the axes.</param>
internal sealed record Combination(IReadOnlyList<(Axis Axis, AxisValue Value)> Choices)
{
    /// <summary>As reports and messages call it: <c>box true, restart quit</c>.</summary>
    public string Text => string.Join(", ", Choices.Select(choice => $"{choice.Axis.Name} {choice.Value.Text}"));

    /// <summary>The last part of the scenario's id: <c>true-quit</c>.</summary>
    public string Id => string.Join('-', Choices.Select(choice => choice.Value.Slug));

    /// <summary>The value of an axis, by its name; null where there is no such axis.</summary>
    public AxisValue? Find(string axis) => Choices.FirstOrDefault(choice => choice.Axis.Name == axis).Value;

    /// <summary>Whether all that is said holds here: on each axis named one of the values listed.</summary>
    public bool Fits(Condition condition) =>
        condition.Allowed.All(allowed => allowed.Value.Contains(Find(allowed.Key)!.Text, StringComparer.Ordinal));
}

/// <summary>One of the things that vary.</summary>
/// <param name="Name">By which <c>&lt;name&gt;</c> stands for its value.</param>
/// <param name="Values">What it may be, in the order written.</param>
internal sealed record Axis(string Name, IReadOnlyList<AxisValue> Values);

/// <summary>A value of an axis.</summary>
/// <param name="Text">As written.</param>
/// <param name="IsQuoted">Whether quotation marks make it a text, whatever it looks like.</param>
internal sealed record AxisValue(string Text, bool IsQuoted)
{
    /// <summary>As part of an id: lower-case letters, digits and single hyphens.</summary>
    public string Slug
    {
        get
        {
            var slug = new StringBuilder();
            foreach (var letter in Text.ToLowerInvariant())
            {
                if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
                else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            }

            return slug.ToString().TrimEnd('-');
        }
    }
}

/// <summary>A demand on combinations: on each axis that it names, one of the values that it lists.</summary>
/// <param name="Allowed">Values by axis.</param>
internal sealed record Condition(IReadOnlyDictionary<string, IReadOnlyList<string>> Allowed);
