using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>What an operation does. Null: it has no result.</summary>
internal delegate Task<JsonObject?> Operation(Input input);
