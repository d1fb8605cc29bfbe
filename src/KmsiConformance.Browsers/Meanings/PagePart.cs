namespace KmsiConformance.Browsers.Meanings;

/// <summary>What a person sees of one part of a page; what is not shown is not among them.</summary>
/// <param name="Role">One of <see cref="PartRole"/>.</param>
/// <param name="Name">Its accessible name: label, aria-label, text, placeholder; at most 300 characters.</param>
public sealed record PagePart(string Role, string Name)
{
    /// <summary>The type of an input, in lower case.</summary>
    public string Type { get; init; } = "";

    /// <summary>The attribute <c>autocomplete</c>, in lower case.</summary>
    public string Autocomplete { get; init; } = "";

    /// <summary>The attribute <c>name</c>.</summary>
    public string Field { get; init; } = "";

    /// <summary>The attribute <c>id</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>The number of the form that it belongs to, from 0; -1 for none.</summary>
    public int Form { get; init; } = -1;

    /// <summary>Its role, live region and classes, as they are written.</summary>
    public string Marks { get; init; } = "";

    /// <summary>Ids and classes of what it stands in, from the inside, and the text of the nearest section.</summary>
    public string Within { get; init; } = "";

    /// <summary>Whether it can be used: not read-only, nor disabled.</summary>
    public bool Usable { get; init; } = true;

    /// <summary>A CSS selector that matches it alone; empty where the page is not a driven one.</summary>
    public string Selector { get; init; } = "";
}

/// <summary>The roles that parts have.</summary>
public static class PartRole
{
    public const string Title = "title";
    public const string Heading = "heading";
    public const string Text = "text";
    public const string TextField = "text-field";
    public const string Password = "password";
    public const string Box = "box";
    public const string Button = "button";
    public const string Link = "link";
}

/// <summary>A part that was found by what it means.</summary>
/// <param name="Part">Its place in the list of the page's parts.</param>
/// <param name="Why">By what, for people.</param>
public sealed record Found(int Part, string Why);
