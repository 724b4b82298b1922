namespace Tutorial.Export;

/// <summary>A notebook says something that a program cannot say; the message names the cell and what to do.</summary>
sealed class NotExportable(string message) : Exception(message)
{
    /// <summary>About one cell.</summary>
    public NotExportable(string cell, string message)
        : this($"cell '{cell}': {message}")
    {
    }
}
