using System.Text.Json;

namespace KmsiConformance.Reference.B2c.Services;

/// <summary>What came of asking a service.</summary>
internal abstract record ServiceAnswer
{
    private ServiceAnswer()
    {
    }

    /// <summary>It said yes.</summary>
    /// <param name="Content">A JSON object, or nothing where the answer was empty.</param>
    public sealed record Said(JsonElement Content) : ServiceAnswer;

    /// <summary>It said no, and to whom it was asked for it may say why.</summary>
    /// <param name="UserMessage">What it wants shown; null where it says nothing.</param>
    public sealed record Refused(string? UserMessage) : ServiceAnswer;

    /// <summary>There is no answer that can be used.</summary>
    /// <param name="TooLate">Whether it took too long.</param>
    public sealed record Failed(bool TooLate) : ServiceAnswer;
}
