namespace Notebooks.Jupyter;

/// <summary>The sockets that carry messages. The heartbeat is none of them: it carries bytes.</summary>
internal enum Channel
{
    /// <summary>Requests, answered in order.</summary>
    Shell,

    /// <summary>Requests that are answered while a cell runs.</summary>
    Control,

    /// <summary>What happens, told to everybody.</summary>
    IOPub,

    /// <summary>Questions to the reader whose cell runs.</summary>
    Stdin,
}
