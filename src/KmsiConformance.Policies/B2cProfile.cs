namespace KmsiConformance.Policies;

/// <summary>The dated readings of the B2C documents; each name ends in the month of the document behind it.</summary>
public static class B2cProfile
{
    public const string September2016 = "b2c-2016-09";
    public const string August2018 = "b2c-2018-08";
    public const string December2018 = "b2c-2018-12";
    public const string December2020 = "b2c-2020-12";

    /// <summary>All readings, the oldest first.</summary>
    public static IReadOnlyList<string> All { get; } = [September2016, August2018, December2018, December2020];

    /// <summary>The reading that judges where none is named.</summary>
    public const string Default = December2020;

    /// <summary>The readings of the three documents before 2020, which switch the box on by the page alone (C-05).</summary>
    public static IReadOnlyList<string> Until2018 { get; } = [September2016, August2018, December2018];

    /// <summary>Returns the profile when it is one of <see cref="All"/>.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string Known(string profile) => All.Contains(profile, StringComparer.Ordinal)
        ? profile
        : throw new ArgumentException($"There is no B2C profile '{profile}'. Expected one of {string.Join(", ", All)}.", nameof(profile));
}
