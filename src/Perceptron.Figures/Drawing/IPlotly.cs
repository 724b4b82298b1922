namespace Perceptron.Figures;

/// <summary>What the drawing plug-in does. Plain data goes in, text comes out, so that no type of Plotly.NET or F# crosses.</summary>
interface IPlotly
{
    /// <summary>The picture as Plotly JSON: an object with data, layout and config.</summary>
    string Draw(Picture picture);

    /// <summary>The film as Plotly JSON: an object with data, layout, frames and config.</summary>
    string Draw(Film film);

    /// <summary>The text of plotly.js, as the Plotly.NET package carries it.</summary>
    string Script();
}
