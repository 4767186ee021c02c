/// <reference types="office-js" />

/** Office refused a call. `code` is Office's own number, such as 13001 for "nobody is signed in". */
export class OfficeError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.name = 'OfficeError';
    this.code = code;
  }
}

type Callback<T> = (result: Office.AsyncResult<T>) => void;

/** A callback call of Office.js as a promise. @throws OfficeError */
export function promised<T>(start: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((result) => {
      if (result.status === Office.AsyncResultStatus.Failed)
        reject(new OfficeError(result.error.code, result.error.message));
      else resolve(result.value);
    });
  });
}
