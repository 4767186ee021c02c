/** How Office.js answers its callbacks. */
export type Done = (result: object) => void;

/** Callback calls take `(options?, callback?)`; this finds the callback. */
export function doneOf(rest: unknown[]): Done {
  const done = rest.findLast((value) => typeof value === 'function');
  return (done as Done | undefined) ?? (() => {});
}

/** Office never calls back before the call has returned. */
export function succeed(done: Done, value?: unknown): void {
  queueMicrotask(() => done({ status: 'succeeded', value, error: undefined, asyncContext: undefined }));
}

export function fail(done: Done, code: number, name: string, message: string): void {
  queueMicrotask(() =>
    done({ status: 'failed', value: undefined, error: { code, name, message }, asyncContext: undefined }),
  );
}

/** Calls back with what the promise brings; null is a refusal. */
export function answerWith(done: Done, value: Promise<unknown>): void {
  value.then((found) => {
    if (found === null) fail(done, 9018, 'InternalError', 'The operation failed.');
    else succeed(done, found);
  });
}
