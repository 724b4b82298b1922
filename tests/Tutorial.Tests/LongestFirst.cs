using Tutorial.Tests.VSCode;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Tutorial.Tests.LongestFirst))]

namespace Tutorial.Tests;

/// <summary>The tests in a real VS Code take minutes: begun first, they run beside all others and not after them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => collection.TestCollectionDisplayName == CodeServer.OneAtATime)];
}
