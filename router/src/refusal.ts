/** What the router says no with before it asks a subgraph anything: a stable code, and what is allowed instead. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Further facts for the client, beside the code. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    {
      status = 400,
      headers = {},
      extensions = {},
    }: { status?: number; headers?: Record<string, string>; extensions?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.headers = headers;
    this.extensions = extensions;
  }
}
