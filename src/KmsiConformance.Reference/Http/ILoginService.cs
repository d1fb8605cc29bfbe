using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Http;

/// <summary>A login service as the server sees it: something that answers requests to the login host.</summary>
internal interface ILoginService
{
    /// <summary>Answers one request, whatever it asks for.</summary>
    Task AnswerAsync(HttpContext http);
}
