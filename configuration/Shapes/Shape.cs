namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>What may stand at a place of the user's file. Reading, schema and reference all follow the same shapes.</summary>
public abstract record Shape;
