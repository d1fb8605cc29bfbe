using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Serving.Control;

/// <summary>The calls of the control interface. The list below is everything that it answers.</summary>
internal sealed class ControlCalls(ServedReference served)
{
    private const int LogShown = 100;

    public Task AnswerAsync(HttpContext http) => (http.Request.Method, http.Request.Path.Value) switch
    {
        ("GET", "/status") => ControlJson.WriteAsync(http, StatusView.Of(served)),
        ("GET", "/clock") => ControlJson.WriteAsync(http, ClockView.Of(served.Clock)),
        ("POST", "/clock/move") => MoveAsync(http),
        ("GET", "/users") => ControlJson.WriteAsync(http, new { users = Users() }),
        ("POST", "/users") => AddUserAsync(http),
        ("POST", "/accounts") => ChangeAccountAsync(http),
        ("GET", "/sessions") => ControlJson.WriteAsync(http, new { sessions = served.Login.Operator.Sessions() }),
        ("GET", "/log/sign-ins") => ControlJson.WriteAsync(http, new { signIns = served.Login.Operator.Log.SignIns(Last(http)) }),
        ("GET", "/log/requests") => ControlJson.WriteAsync(http, new { requests = served.Login.Operator.Log.Requests(Last(http)) }),
        ("GET", "/log/apps") => ControlJson.WriteAsync(http, new { events = served.Apps?.Events.Last(Last(http)) ?? [] }),
        ("POST", "/reset") => ResetAsync(http),
        (
            _,
            "/status" or "/clock" or "/clock/move" or "/users" or "/accounts" or "/sessions" or "/log/sign-ins" or "/log/requests"
                or "/log/apps" or "/reset") =>
            throw new ControlException(
                StatusCodes.Status405MethodNotAllowed, "wrong-method", $"{http.Request.Path} does not take {http.Request.Method}."),
        _ => throw new ControlException(StatusCodes.Status404NotFound, "no-such-call",
            "There is no such call. Known: GET /status, /clock, /users, /sessions, /log/sign-ins, /log/requests, /log/apps; POST "
            + "/clock/move, /users, /accounts, /reset."),
    };

    private async Task MoveAsync(HttpContext http)
    {
        var by = ClockMove.Length(await ControlJson.ReadAsync<ClockMove>(http, ClockMove.Example), served);
        if (!served.Clock.TryMove(by))
            throw new ControlException(
                StatusCodes.Status400BadRequest, "bad-request",
                "The clock only goes forward, and at most ten years ahead of real time. POST /reset brings it back.");
        await ControlJson.WriteAsync(http, ClockView.Of(served.Clock));
    }

    private async Task AddUserAsync(HttpContext http)
    {
        var user = (await ControlJson.ReadAsync<NewUser>(http, NewUser.Example)).Make();
        if (!served.Login.Operator.Add(user))
            throw new ControlException(
                StatusCodes.Status409Conflict, "taken",
                $"There is a user with the name '{user.UserName}', the address '{user.Email}' or that object id already.");
        await ControlJson.WriteAsync(http, UserView.Of(user, served.Clock.GetUtcNow()), StatusCodes.Status201Created);
    }

    private async Task ChangeAccountAsync(HttpContext http)
    {
        (await ControlJson.ReadAsync<AccountChange>(http, AccountChange.Example)).Apply(served);
        await ControlJson.WriteAsync(http, new { sessions = served.Login.Operator.Sessions() });
    }

    private IEnumerable<UserView> Users()
    {
        var now = served.Clock.GetUtcNow();
        return served.Login.Operator.Users.Select(user => UserView.Of(user, now));
    }

    private Task ResetAsync(HttpContext http)
    {
        served.Reset();
        return ControlJson.WriteAsync(http, StatusView.Of(served));
    }

    private static int Last(HttpContext http)
    {
        var asked = http.Request.Query["last"].ToString();
        if (asked.Length == 0) return LogShown;
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last > 0
            ? last
            : throw new ControlException(
                StatusCodes.Status400BadRequest, "bad-request",
                $"'last' is '{asked}', expected a number from 1: how many entries to show.");
    }
}
