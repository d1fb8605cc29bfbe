using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KmsiConformance.Sites;

/// <summary>
/// Finds the endpoint of a request by host, whole path and method. The framework's own routing compiles its matcher
/// when a server starts; every world starts servers for a dozen requests, and that cost them more than the requests.
/// Patterns are whole paths, or <c>/{**any}</c> for everything else on a host; hosts are named with a port, or <c>:*</c> for
/// all of them.
/// </summary>
/// <param name="services">The services of the server whose requests these are.</param>
public sealed class SiteRoutes(IServiceProvider services) : IEndpointRouteBuilder
{
    private const string Any = "{**any}";
    private readonly Lock _gate = new();
    private Dictionary<(string Host, string Path), List<Route>>? _routes;

    IServiceProvider IEndpointRouteBuilder.ServiceProvider => services;

    ICollection<EndpointDataSource> IEndpointRouteBuilder.DataSources { get; } = new List<EndpointDataSource>();

    IApplicationBuilder IEndpointRouteBuilder.CreateApplicationBuilder() => new ApplicationBuilder(services);

    /// <summary>Answers a request: 404 where nothing is mapped to its host and path, 405 where only other methods are.</summary>
    /// <exception cref="NotSupportedException">A mapped pattern has parameters.</exception>
    public Task AnswerAsync(HttpContext context)
    {
        var routes = Routes();
        var (host, path) = (context.Request.Host, Key(context.Request.Path.Value));
        string[] hosts = [host.Value?.ToLowerInvariant() ?? "", host.Host.ToLowerInvariant()];
        var found = new[] { path, Any }.SelectMany(wanted => hosts, (wanted, one) => routes.GetValueOrDefault((one, wanted)))
            .FirstOrDefault(there => there is not null);
        if (found is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (found.Find(route =>
                route.Methods.Count == 0
                    || route.Methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase)) is not { } chosen)
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        context.SetEndpoint(chosen.Endpoint);
        return chosen.Endpoint.RequestDelegate!(context);
    }

    private Dictionary<(string Host, string Path), List<Route>> Routes()
    {
        lock (_gate) return _routes ??= Read(((IEndpointRouteBuilder)this).DataSources);
    }

    private static Dictionary<(string Host, string Path), List<Route>> Read(IEnumerable<EndpointDataSource> sources)
    {
        var routes = new Dictionary<(string, string), List<Route>>();
        foreach (var endpoint in sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var path = Key(endpoint.RoutePattern.RawText);
            if (path != Any && endpoint.RoutePattern.Parameters.Count > 0)
                throw new NotSupportedException(
                    $"'{endpoint.RoutePattern.RawText}' has parameters: sites are mapped by whole paths, or by /{Any}.");
            foreach (var host in endpoint.Metadata.GetMetadata<IHostMetadata>()?.Hosts ?? [])
            {
                // Some sites share a host and are told apart by their ports.
                var place = ((host.EndsWith(":*", StringComparison.Ordinal) ? host[..^2] : host).ToLowerInvariant(), path);
                if (!routes.TryGetValue(place, out var there)) routes[place] = there = [];
                there.Add(new Route(endpoint, endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []));
            }
        }

        return routes;
    }

    // As the framework compares paths: without regard to case, and to a slash at the end.
    private static string Key(string? path) => (path ?? "").Trim('/').ToLowerInvariant();

    private sealed record Route(RouteEndpoint Endpoint, IReadOnlyList<string> Methods);
}
