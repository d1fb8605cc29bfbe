using KmsiConformance.Browsers;
using Microsoft.Playwright;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>What browsers say when a document is replaced while it is asked something; messages as they came.</summary>
internal sealed class ReplacedDocumentTests
{
    [TestCase("Execution context was destroyed, most likely because of a navigation")]
    [TestCase("Protocol error (Runtime.callFunctionOn): Cannot find context with specified id")]
    [TestCase("Protocol error (script.callFunction): unknown error Message: "
        + "TypeError: right-hand side of 'in' should be an object, got null")]
    [TestCase("Protocol error (script.evaluate): unknown error Message: TypeError: right-hand side of 'in' should be an object, got null")]
    public async Task The_new_document_is_asked_again(string message)
    {
        var asked = 0;
        var answer = await ReplacedDocument.AskAsync(() => ++asked < 3 ? throw new PlaywrightException(message) : Task.FromResult(asked));
        Assert.That(answer, Is.EqualTo(3));
    }

    [TestCase("ReferenceError: kmsi is not defined")]
    [TestCase("Protocol error (input.performActions): unknown error")]
    [TestCase("Target page, context or browser has been closed")]
    public void Other_failures_are_told_at_once(string message)
    {
        var asked = 0;
        Assert.That(
            async () => await ReplacedDocument.AskAsync<int>(() => ++asked > 0
                ? throw new PlaywrightException(message)
                : Task.FromResult(0)),
            Throws.InstanceOf<PlaywrightException>().With.Message.EqualTo(message));
        Assert.That(asked, Is.EqualTo(1));
    }

    [Test]
    public void One_that_never_answers_is_told_in_the_end() => Assert.That(
        async () => await ReplacedDocument.AskAsync<int>(() => throw new PlaywrightException("context was destroyed")),
        Throws.InstanceOf<PlaywrightException>());
}
