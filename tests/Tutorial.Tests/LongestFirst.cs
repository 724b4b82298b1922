using Tutorial.Tests.VSCode;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Tutorial.Tests.LongestFirst))]

namespace Tutorial.Tests;

/// <summary>The tests in a real VS Code take minutes: begun first, they run beside all others and not after them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Longest = [nameof(EveryNotebookTests), nameof(VSCodeTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => Longest.Any(name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal)))];
}
