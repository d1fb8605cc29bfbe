using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds;

/// <summary>What becomes of a scenario whose browser is not shown to be what it relies on.</summary>
/// <param name="Verdict">INAPPLICABLE where the browser is something else, CANT_TELL where that could not be seen.</param>
/// <param name="Reason">Which condition, and what was seen.</param>
public sealed record Unproven(Verdict Verdict, string Reason);
