namespace KmsiConformance.Runner;

/// <summary>The scenario asks for something that makes no sense at this point: its author has to mend it.</summary>
public sealed class ScenarioException(string message) : Exception(message);

/// <summary>A step cannot be done because what it acts on is not there, so nothing after it could be judged.</summary>
public sealed class MissingEvidenceException(string message) : Exception(message);

/// <summary>The target does not offer what the step is about, and need not: the scenario says nothing of it.</summary>
public sealed class NotOfferedException(string message) : Exception(message);
