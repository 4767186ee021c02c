/** A fault of the request that only HTTP has a word for, such as a wrong method or content type. */
export class DoorProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.name = 'DoorProblem';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
