namespace Tutorial;

/// <summary>What was asked for cannot be done as asked; the message says what to type instead. Exit code 2.</summary>
sealed class UsageException(string message) : Exception(message);
