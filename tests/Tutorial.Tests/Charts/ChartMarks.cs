namespace Tutorial.Tests.Charts;

/// <summary>How a test sees that a chart is drawn: it has marks.</summary>
static class ChartMarks
{
    /// <summary>A function of the page: how many marks a chart has, in the plane and in space; 0 for one that is not drawn.</summary>
    public const string Script = """
        (plot =>
          plot.querySelectorAll('.cartesianlayer .trace path, .cartesianlayer .point, .heatmaplayer image, .contourlayer path').length
          + Object.entries(plot._fullLayout ?? {}).filter(([key]) => /^scene\d*$/.test(key))
              .reduce((sum, [, scene]) => sum + Object.keys(scene._scene?.traces ?? {}).length, 0))
        """;
}
