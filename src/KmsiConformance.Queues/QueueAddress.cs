using System.Globalization;
using KmsiConformance.Ledger;
using StackExchange.Redis;

namespace KmsiConformance.Queues;

/// <summary>Where a queue is: a Redis server, or one that speaks as Redis does.</summary>
public sealed class QueueAddress
{
    /// <summary>The variable that has the password, where the address has none.</summary>
    public const string PasswordVariable = "KMSI_QUEUE_PASSWORD";

    private const int UsualPort = 6379;

    private readonly ConfigurationOptions _options;

    private QueueAddress(string shown, ConfigurationOptions options) => (Shown, _options) = (shown, options);

    /// <summary>As messages show it: without a user and without a password.</summary>
    public string Shown { get; }

    /// <summary>Reads <c>redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE]</c>; <c>rediss</c> is over TLS.</summary>
    /// <param name="password">What stands for the password where the address has none; null for none.</param>
    /// <exception cref="FormatException">It is none; the message shows no password.</exception>
    public static QueueAddress Parse(string text, string? password)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("redis" or "rediss")
            || address.Host.Length == 0 || address.Query.Length > 0 || address.Fragment.Length > 0
            || Database(address.AbsolutePath) is not { } database)
            throw new FormatException("Expected an address such as redis://localhost:6379 or rediss://USER@queue.example:6380/0.");
        var user = address.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var secret = user is [_, { Length: > 0 } written] ? written : password;
        if (secret is not null) Secrets.Declare([secret]);
        var port = address.Port > 0 ? address.Port : UsualPort;
        var options = new ConfigurationOptions
        {
            EndPoints = { { address.Host, port } },
            User = user[0].Length > 0 ? user[0] : null,
            Password = secret,
            Ssl = address.Scheme == "rediss",
            DefaultDatabase = database,
            ClientName = "kmsi",
            AbortOnConnectFail = true,
            ConnectRetry = 1,
            ConnectTimeout = 5_000,
            SyncTimeout = 10_000,
            AsyncTimeout = 10_000,
        };
        return new QueueAddress(
            string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{address.Host}:{port}/{database}"), options);
    }

    /// <summary>Connects.</summary>
    /// <exception cref="QueueUnreachableException">Nobody answers there, or not to these credentials.</exception>
    internal async Task<ConnectionMultiplexer> ConnectAsync()
    {
        try
        {
            return await ConnectionMultiplexer.ConnectAsync(_options);
        }
        catch (RedisConnectionException refused)
        {
            throw new QueueUnreachableException(
                refused.FailureType == ConnectionFailureType.AuthenticationFailure
                    || refused.Message.Contains("WRONGPASS", StringComparison.Ordinal)
                    || refused.Message.Contains("NOAUTH", StringComparison.Ordinal)
                    ? $"The queue at {Shown} refuses the user or the password. It stands in the address, or in {PasswordVariable}."
                    : $"No queue can be reached at {Shown}: nobody answers there as a Redis does. Start one, or name another with --queue; "
                        + "rediss:// is for one that speaks TLS.", refused);
        }
    }

    private static int? Database(string path) => path is "" or "/" ? 0
        : int.TryParse(path.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>There is no queue where one was named.</summary>
public sealed class QueueUnreachableException(string message, Exception inner) : Exception(message, inner);
