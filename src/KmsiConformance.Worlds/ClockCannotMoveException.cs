namespace KmsiConformance.Worlds;

/// <summary>What a step needs to happen in the target's time, which cannot be moved here: nobody can tell.</summary>
public sealed class ClockCannotMoveException(string message) : Exception(message);
