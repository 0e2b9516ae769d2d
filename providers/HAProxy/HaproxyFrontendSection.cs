using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Where users come in: preview, split, counters.</summary>
internal static class HaproxyFrontendSection
{
    private const string CookieName = "bluegreen";
    private const string KnownBucket = $"{{ req.cook({CookieName}) -m reg ^[0-9]{{1,2}}$ }}";

    public static string Render(HaproxyOptions options)
    {
        var lines = new HaproxyLines();
        lines.Section("frontend fe_web");
        Binds(lines, options);
        Preview(lines, options);
        Split(lines, options);
        Count(lines);
        Answer(lines, options);
        lines.Add($"use_backend {options.Backends.Green} if {{ var(txn.color) -m str green }}");
        lines.Add($"default_backend {options.Backends.Blue}");
        return lines.ToString();
    }

    private static void Binds(HaproxyLines lines, HaproxyOptions options)
    {
        foreach (var bind in options.Binds)
        {
            lines.Add($"bind {bind}");
        }

        foreach (var bind in options.Tls?.Binds ?? [])
        {
            lines.Add($"bind {bind} ssl crt {options.Tls!.Certificate} alpn h2,http/1.1");
        }

        lines.Add("http-request set-var(txn.began) date(0,us)");
        lines.Add("http-request set-header X-Forwarded-Proto https if { ssl_fc }");
        lines.Add("http-request set-header X-Forwarded-Proto http if !{ ssl_fc }");
    }

    private static void Preview(HaproxyLines lines, HaproxyOptions options)
    {
        lines.Comment("preview: a colour by name, whatever the traffic is");
        var from = options.PreviewFrom.Count == 0 ? "" : $" {{ src {string.Join(' ', options.PreviewFrom)} }}";
        foreach (var color in Enum.GetValues<Color>())
        {
            lines.Add($"http-request set-var(txn.color) str({color.Lower()}) if {{ req.hdr(host),field(1,:),lower -m str {options.PreviewHosts.Of(color)} }}{from}");
        }

        lines.AddIf(
            options.PreviewHeader is not null,
            $"http-request set-var(txn.color) req.hdr({options.PreviewHeader}),lower if {{ req.hdr({options.PreviewHeader}),lower -m str blue green }}{from}");
        lines.Add("http-request set-var(txn.preview) bool(true) if { var(txn.color) -m found }");
    }

    private static void Split(HaproxyLines lines, HaproxyOptions options)
    {
        lines.Comment("split: a request is green when its bucket, 0 to 99, is below the percentage in the map");
        lines.Add($"http-request set-var(txn.percent) str({HaproxyConfiguration.SplitKey}),map_str_int({options.SplitFile},0)");
        if (options.Sticky)
        {
            lines.Comment("a client's bucket stays, so a rising percentage moves it over once and never back");
            lines.Add($"http-request set-var(txn.bucket) req.cook({CookieName}) if {KnownBucket}");
            lines.Add($"http-request set-var(txn.bucket) rand(100) if !{KnownBucket}");
            lines.Add($"http-request set-var(txn.newcomer) bool(true) if !{{ var(txn.preview) -m found }} !{KnownBucket}");
        }
        else
        {
            lines.Add("http-request set-var(txn.bucket) rand(100)");
        }

        lines.Add("http-request set-var(txn.color) str(green) if !{ var(txn.preview) -m found } { var(txn.bucket),sub(txn.percent) lt 0 }");
        lines.Add("http-request set-var(txn.color) str(blue) if !{ var(txn.color) -m found }");
    }

    private static void Count(HaproxyLines lines)
    {
        lines.Comment("counters: 0 answers, 1 errors, then one for each range of response times; previews do not count");
        lines.Add($"http-request track-sc0 var(txn.color) table {HaproxyConfiguration.AnswersTable} if !{{ var(txn.preview) -m found }}");
        lines.Comment("runs for HAProxy's own answers too (502, 503, 504)");
        lines.Add("http-after-response set-var(txn.took) date(0,us),sub(txn.began)");
        lines.Add("http-after-response set-var(txn.count) sc_inc_gpc(0,0)");
        lines.Add("http-after-response set-var(txn.count) sc_inc_gpc(1,0) if { status ge 500 }");
        for (var bucket = 0; bucket < HaproxyHistogram.Buckets; bucket++)
        {
            lines.Add($"http-after-response set-var(txn.count) sc_inc_gpc({bucket + 2},0) if {{ var(txn.took) -m int {Range(bucket)} }}");
        }
    }

    private static string Range(int bucket)
    {
        var lower = bucket == 0 ? 0 : HaproxyHistogram.Bounds[bucket - 1] * 1000;
        return bucket < HaproxyHistogram.Bounds.Count ? $"{lower}:{(HaproxyHistogram.Bounds[bucket] * 1000) - 1}" : $"{lower}:";
    }

    private static void Answer(HaproxyLines lines, HaproxyOptions options)
    {
        lines.AddIf(
            options.Sticky,
            $"http-after-response add-header Set-Cookie {CookieName}=%[var(txn.bucket)];\\ Path=/;\\ HttpOnly;\\ SameSite=Lax if {{ var(txn.newcomer) -m found }}");
        lines.AddIf(options.AnswerHeader is not null, $"http-after-response set-header {options.AnswerHeader} %[var(txn.color)]");
    }
}
