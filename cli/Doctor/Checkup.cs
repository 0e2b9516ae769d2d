using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cli.Doctor;

/// <summary>Looks at the file, the host and every target, whatever is wrong with the one before.</summary>
internal sealed class Checkup(CommandPlace place)
{
    private readonly List<DoctorFinding> _found = [];

    public async Task<DoctorReport> RunAsync(CancellationToken cancellationToken)
    {
        var app = AppOfFile.Read(place.File);
        var read = LookAtFile();
        var host = await OpenAsync(cancellationToken);
        await LookAtHostAsync(host, app, cancellationToken);
        foreach (var target in read.Configuration?.Targets ?? [])
        {
            var ports = host?.Ports ?? new ProviderPorts(ProviderRegistry.Discover(), place.Time, new PassingNotes());
            _found.AddRange(await new TargetCheckup(ports, read.Configuration!, target, place.Time).RunAsync(cancellationToken));
        }

        // the same trouble, such as credentials that have expired, is told once
        var findings = _found.GroupBy(finding => finding.Text, StringComparer.Ordinal).Select(Merged).OrderByDescending(finding => finding.Level).ToList();
        return new DoctorReport(app, findings.TrueForAll(finding => finding.Level != DiagnosisLevel.Blocking), findings);
    }

    private static DoctorFinding Merged(IGrouping<string, DoctorFinding> same) => same.First() with
    {
        About = string.Join(", ", same.Select(finding => finding.About).Distinct(StringComparer.Ordinal)),
    };

    private ConfigurationResult LookAtFile()
    {
        var read = ReleaseRequests.Read(place.File);
        _found.AddRange(read.Faults.Select(fault => new DoctorFinding("file", DiagnosisLevel.Blocking, $"{fault}")));
        if (read.Configuration is { } configuration)
        {
            Say("file", Diagnosis.Fine($"'{place.File}' is valid: {configuration.Targets.Count} target(s)"));
        }

        return read;
    }

    private async Task<IReleaseHost?> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await place.OpenHostAsync(cancellationToken);
        }
        catch (ReleaseException failure)
        {
            Say("engine", Diagnosis.Blocking(failure.Message));
            return null;
        }
    }

    private async Task LookAtHostAsync(IReleaseHost? host, string app, CancellationToken cancellationToken)
    {
        if (host is null)
        {
            return;
        }

        foreach (var seen in await Diagnosis.LookAsync(() => host.ExamineAsync(app, cancellationToken)))
        {
            Say("engine", seen);
        }

        foreach (var seen in await Diagnosis.LookAsync(() => FreezeAsync(host, app, cancellationToken)))
        {
            Say("engine", seen);
        }
    }

    private static async Task<IReadOnlyList<Diagnosis>> FreezeAsync(IReleaseHost host, string app, CancellationToken cancellationToken) =>
        await host.Store.FindFreezeAsync(app, cancellationToken) is { } freeze
            ? [Diagnosis.Blocking($"Releases of '{app}' are frozen since {freeze.At:u} by '{freeze.By}': {freeze.Reason}. Only rollbacks are allowed. 'bluegreen unfreeze' lets releases go on.")]
            : [];

    private void Say(string about, Diagnosis seen) => _found.Add(new DoctorFinding(about, seen.Level, seen.Text));
}
