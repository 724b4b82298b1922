namespace Notebooks.Jupyter;

/// <summary>A kernelspec cannot be written.</summary>
public sealed class KernelSpecException : Exception
{
    /// <summary>Says what stands in the way, and what to do.</summary>
    public KernelSpecException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="KernelSpecException(string)"/>
    public KernelSpecException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says nothing; .NET expects it of every exception.</summary>
    public KernelSpecException()
    {
    }
}
