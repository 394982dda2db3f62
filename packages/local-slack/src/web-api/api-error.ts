import type { JsonObject } from '../json';

/** A method's answer `{ ok: false, error }`, with whatever else Slack adds to it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: string,
    readonly extra: JsonObject = {},
  ) {
    super(code);
  }
}

/** The form in which Slack says where an argument is wrong. */
export function pointing(code: string, problems: readonly string[]): ApiError {
  return new ApiError(code, {
    errors: problems,
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
}
