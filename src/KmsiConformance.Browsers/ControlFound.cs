namespace KmsiConformance.Browsers;

/// <summary>What a control of a recipe is on the page that is shown.</summary>
/// <param name="Control">What was looked for.</param>
/// <param name="By">The selector that matches it, or the meaning that it has, as the recipe gives it.</param>
/// <param name="Why">For a meaning, what says so; empty for a selector.</param>
/// <param name="Element">The tag that begins it, without what is typed in there.</param>
/// <param name="Text">Its label or text, one line.</param>
public sealed record ControlFound(Control Control, string By, string Why, string Element, string Text);
