using Tutorial.Tests.Export;
using Tutorial.Tests.VSCode;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Tutorial.Tests.LongestFirst))]

namespace Tutorial.Tests;

/// <summary>The tests in a real VS Code take minutes: begun first, they run beside all others and not after them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Long = [nameof(VSCodeTests), nameof(ExportedLessonTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is var place && place >= 0 ? place : Long.Length)];
}
