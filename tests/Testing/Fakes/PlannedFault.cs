namespace BlueGreenServerless.Testing.Fakes;

internal sealed record PlannedFault(string? Call, bool AfterEffect, Func<Exception> Make);
