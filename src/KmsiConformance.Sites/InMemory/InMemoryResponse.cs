using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KmsiConformance.Sites.InMemory;

/// <summary>An answer as a pipeline writes it: headers are fixed with the first octet of the body.</summary>
internal sealed class InMemoryResponse : IHttpResponseFeature, IHttpResponseBodyFeature, IDisposable
{
    private readonly MemoryStream _body = new();
    private readonly HeaderDictionary _headers = [];
    private readonly StartingStream _stream;
    private List<(Func<object, Task> Call, object State)>? _starting;
    private List<(Func<object, Task> Call, object State)>? _completed;
    private PipeWriter? _writer;
    private int _status = StatusCodes.Status200OK;

    public InMemoryResponse() => _stream = new StartingStream(_body, StartAsync);

    public int StatusCode
    {
        get => _status;
        set => _status = HasStarted ? throw new InvalidOperationException("The status is sent already: the answer has started.") : value;
    }

    public string? ReasonPhrase { get; set; }

    IHeaderDictionary IHttpResponseFeature.Headers
    {
        get => _headers;
        set => throw new NotSupportedException("The headers of an answer are added to, not replaced.");
    }

    Stream IHttpResponseFeature.Body { get => _stream; set => throw new NotSupportedException("Set through IHttpResponseBodyFeature."); }

    public bool HasStarted { get; private set; }

    Stream IHttpResponseBodyFeature.Stream => _stream;

    PipeWriter IHttpResponseBodyFeature.Writer => _writer ??= PipeWriter.Create(_stream, new StreamPipeWriterOptions(leaveOpen: true));

    void IHttpResponseFeature.OnStarting(Func<object, Task> callback, object state) => (_starting ??= []).Add((callback, state));

    void IHttpResponseFeature.OnCompleted(Func<object, Task> callback, object state) => (_completed ??= []).Add((callback, state));

    public void DisableBuffering()
    {
        // Nobody reads before the end.
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (HasStarted) return;

        // The last to ask is the first to be called, and may still change what is sent.
        for (var last = (_starting?.Count ?? 0) - 1; last >= 0; last--) await _starting![last].Call(_starting[last].State);
        foreach (var (name, values) in _headers)
        {
            if (values.Any(value => value is not null && !MayBeSent(value)))
                throw new InvalidOperationException($"The header {name} holds what no header may hold.");
        }

        HasStarted = true;
        _headers.IsReadOnly = true;
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Sites of this program serve no files.");

    public Task CompleteAsync() => Task.CompletedTask;

    /// <summary>The finished answer as a client gets it.</summary>
    /// <exception cref="InvalidOperationException">A header holds what no header may hold.</exception>
    public async Task<HttpResponseMessage> ToMessageAsync(HttpRequestMessage request)
    {
        if (_writer is not null) await _writer.CompleteAsync();
        await StartAsync();
        var message = new HttpResponseMessage((System.Net.HttpStatusCode)_status) { RequestMessage = request, ReasonPhrase = ReasonPhrase };
        var hasBody = request.Method != HttpMethod.Head
            && _status is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified);
        message.Content = new ByteArrayContent(_body.GetBuffer(), 0, hasBody ? (int)_body.Length : 0);
        foreach (var (name, values) in _headers)
        {
            foreach (var value in values)
            {
                if (value is not null && !message.Headers.TryAddWithoutValidation(name, value))
                    message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        for (var last = (_completed?.Count ?? 0) - 1; last >= 0; last--) await _completed![last].Call(_completed[last].State);
        return message;
    }

    private static bool MayBeSent(string value) =>
        Ascii.IsValid(value) && !value.AsSpan().ContainsAnyInRange('\0', '\x08') && !value.AsSpan().ContainsAny('\r', '\n');

    public void Dispose()
    {
        _stream.Dispose();
        _body.Dispose();
    }

    /// <summary>Starts the answer before the first octet is written.</summary>
    private sealed class StartingStream(MemoryStream body, Func<CancellationToken, Task> start) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new InvalidOperationException("Answers are written asynchronously, here as under Kestrel.");

        public override Task FlushAsync(CancellationToken cancellationToken) => start(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new InvalidOperationException("Answers are written asynchronously, here as under Kestrel.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await start(cancellationToken);
            body.Write(buffer.Span);
        }
    }
}
