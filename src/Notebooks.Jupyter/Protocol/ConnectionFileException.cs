namespace Notebooks.Jupyter;

/// <summary>A connection file cannot be used.</summary>
public sealed class ConnectionFileException : Exception
{
    /// <summary>Says what was expected and what came.</summary>
    public ConnectionFileException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="ConnectionFileException(string)"/>
    public ConnectionFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says nothing; .NET expects it of every exception.</summary>
    public ConnectionFileException()
    {
    }
}
