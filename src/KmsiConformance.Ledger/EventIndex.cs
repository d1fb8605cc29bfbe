using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KmsiConformance.Ledger;

/// <summary>
/// Where in <c>events.ndjson</c> the events of each scenario stand, so that they are read one scenario at a time, however many the
/// run has. Workers write side by side: lines of one scenario that follow each other are one stretch.
/// </summary>
public sealed class EventIndex
{
    private readonly string _file;
    private readonly Dictionary<string, List<Stretch>> _stretches = new(StringComparer.Ordinal);

    private EventIndex(string file) => _file = file;

    /// <summary>Goes through the file once; an index of nothing where there is no such file.</summary>
    /// <exception cref="InvalidDataException">A line is no JSON, or the file is larger than any run.</exception>
    public static EventIndex Of(RunFolder folder)
    {
        var index = new EventIndex(folder.EventsFile);
        if (File.Exists(folder.EventsFile) && RecordReading.Size(folder.EventsFile) > 0) index.Read();
        return index;
    }

    /// <summary>The events of a scenario, attempt by attempt, in the order written; none where nothing was recorded.</summary>
    /// <exception cref="InvalidDataException">A line is not what it should be.</exception>
    public IReadOnlyList<IReadOnlyList<Event>> AttemptsOf(string scenario)
    {
        if (!_stretches.TryGetValue(scenario, out var stretches)) return [];
        using var file = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Attempts.Of(stretches.SelectMany(stretch => Lines(file, stretch)));
    }

    private IEnumerable<Event> Lines(FileStream file, Stretch stretch)
    {
        file.Position = stretch.From;
        var bytes = new byte[stretch.Length];
        file.ReadExactly(bytes);
        using var lines = new StringReader(Encoding.UTF8.GetString(bytes));
        var number = stretch.FirstLine;
        while (lines.ReadLine() is { } line) yield return Event(number++, line);
    }

    // A last line without its end was being written when the process was killed.
    private void Read()
    {
        using var file = new FileStream(
            _file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
        var buffer = new byte[1 << 16];
        var (filled, start, number) = (0, 0L, 0);
        while (true)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = file.Read(buffer, filled, buffer.Length - filled);
            if (read == 0) return;
            filled += read;
            var from = 0;
            while (Array.IndexOf(buffer, (byte)'\n', from, filled - from) is >= 0 and var end)
            {
                Add(buffer.AsSpan(from, end - from), start + from, end + 1 - from, ++number);
                from = end + 1;
            }

            buffer.AsSpan(from, filled - from).CopyTo(buffer);
            (filled, start) = (filled - from, start + from);
        }
    }

    private void Add(ReadOnlySpan<byte> line, long from, int length, int number)
    {
        var scenario = ScenarioOf(line, number);
        if (!_stretches.TryGetValue(scenario, out var stretches)) _stretches[scenario] = stretches = [];
        if (stretches is [.., var last] && last.From + last.Length == from) stretches[^1] = last with { Length = last.Length + length };
        else stretches.Add(new(from, length, number));
    }

    private string ScenarioOf(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isScenario = reader.ValueTextEquals("scenario"u8);
                reader.Read();
                if (isScenario && reader.TokenType == JsonTokenType.String) return reader.GetString()!;
                reader.Skip();
            }

            return "";
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return Event(number, Encoding.UTF8.GetString(line)).Scenario;
        }
    }

    private Event Event(int number, string line) =>
        RecordReading.Read<Event>(string.Create(CultureInfo.InvariantCulture, $"{_file}({number})"), line);

    /// <summary>Lines that follow each other.</summary>
    /// <param name="From">Where the first begins, in bytes.</param>
    /// <param name="Length">In bytes, with the ends of lines.</param>
    /// <param name="FirstLine">The number of the first line, from 1.</param>
    private sealed record Stretch(long From, int Length, int FirstLine);
}
