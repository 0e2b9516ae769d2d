namespace BlueGreenServerless.Providers.Ovh.Provisioning;

/// <summary>
/// What was read a moment ago. Parts are looked at one after the other, and OVH is content with about one call in a second (python-ovh#81), so
/// what several of them need is read once, until something is changed or it is too old.
/// </summary>
/// <param name="age">How long it is good.</param>
internal sealed class Recent<T>(TimeProvider time, TimeSpan age)
{
    private readonly Dictionary<string, (T Value, long At)> known = new(StringComparer.Ordinal);

    public async Task<T> ReadAsync(string key, Func<Task<T>> read)
    {
        if (known.TryGetValue(key, out var before) && time.GetElapsedTime(before.At) < age)
        {
            return before.Value;
        }

        var at = time.GetTimestamp();
        var value = await read();
        known[key] = (value, at);
        return value;
    }

    /// <summary>Something was changed, or may have been.</summary>
    public void Forget() => known.Clear();

    /// <summary>One of them was.</summary>
    public void Forget(string key) => known.Remove(key);
}
