/** A JSON object of unknown fields. */
export type JsonObject = Record<string, unknown>;
