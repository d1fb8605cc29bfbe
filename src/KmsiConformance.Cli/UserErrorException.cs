namespace KmsiConformance.Cli;

/// <summary>Something the user can mend; the message says how. Ends the program with exit code 2.</summary>
internal sealed class UserErrorException(string message) : Exception(message);
