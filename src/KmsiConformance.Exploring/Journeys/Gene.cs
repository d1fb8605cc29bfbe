namespace KmsiConformance.Exploring.Journeys;

/// <summary>
/// One act of a journey as four numbers, each of which chooses among what is possible when its turn comes. A journey thus stays
/// legal whatever is taken out of it, and lower numbers stand for simpler things: so a library can shrink it that knows nothing
/// of sign-ins.
/// </summary>
/// <param name="Kind">What kind of act.</param>
/// <param name="App">At which app.</param>
/// <param name="User">By whom.</param>
/// <param name="Variant">In which variant.</param>
public sealed record Gene(int Kind, int App, int User, int Variant);

/// <summary>A whole journey as numbers: the settings it is played under, and its acts.</summary>
/// <param name="Settings">Chooses the settings.</param>
/// <param name="Acts">The acts.</param>
public sealed record Genome(Gene Settings, Gene[] Acts);
