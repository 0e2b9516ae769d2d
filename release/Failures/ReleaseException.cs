namespace BlueGreenServerless.Failures;

/// <summary>
/// An expected failure. Its class name is part of the contract with the state machines (it is the error name that a catcher
/// or retrier sees) and its message is shown to people as it is.
/// </summary>
public abstract class ReleaseException(string message, Exception? inner = null) : Exception(message, inner);
