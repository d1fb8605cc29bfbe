using KmsiConformance.Policies;

namespace KmsiConformance.Lint;

/// <summary>The readings of the documents under which a rule is looked at.</summary>
/// <param name="Words">For people, for example <c>C-05 content-definition</c>.</param>
/// <param name="Holds">Whether a reading is one of them.</param>
public sealed record ReadingCondition(string Words, Func<Readings, bool> Holds)
{
    /// <summary>Under every reading of B2C's documents.</summary>
    public static readonly ReadingCondition Always = new("", _ => true);

    /// <summary>Where kept sessions must pass both gates.</summary>
    public static readonly ReadingCondition TwoGates = Takes("C-01", "two-gates");

    /// <summary>Where the days take the place of a session time that the documents name a range for.</summary>
    public static readonly ReadingCondition DaysOverrideSeconds =
        new("C-01 override with C-03", readings => readings.Takes("C-01", "override") && readings.Sides.ContainsKey("C-03"));

    /// <summary>Where the page alone decides whether the box is shown: the documents before 2020.</summary>
    public static readonly ReadingCondition BoxByPage = Takes("C-05", "content-definition");

    /// <summary>Where the box needs metadata as well: the documents of 2020 and after.</summary>
    public static readonly ReadingCondition BoxByMetadata = Takes("C-05", "metadata");

    /// <summary>Where the content definition of the page with the box needs all three addresses.</summary>
    public static readonly ReadingCondition ThreeUris = Takes("C-04", "three-uris");

    /// <summary>Where a sign-out tells the other applications.</summary>
    public static readonly ReadingCondition SingleSignOut = Takes("C-21", "apps-told");

    /// <summary>Where a conflict is decided in a certain way.</summary>
    public static ReadingCondition Takes(string conflict, string side) =>
        new($"{conflict} {side}", readings => readings.Takes(conflict, side));
}
