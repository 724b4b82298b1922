
namespace Perceptron.Figures.Plotly;

/// <summary>A JSON object made in place, for what Plotly.NET has no words for.</summary>
static class Node
{
    internal static DynamicObj.DynamicObj Of(params (string Name, object Value)[] properties)
    {
        var made = new DynamicObj.DynamicObj();
        foreach (var (name, value) in properties)
            made.SetProperty(name, value);
        return made;
    }
}
