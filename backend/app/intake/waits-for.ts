import { Failure } from '../../domain/failure.ts';

/** A mail cannot be placed yet: something it belongs to is on its way. */
export class WaitsFor extends Failure {
  /** Keys of mails and ids of cases; when one of them is there, it is worth trying again. */
  readonly keys: string[];

  constructor(keys: string[], message: string, retryAfterSeconds: number) {
    super('unavailable', message, { retryAfterSeconds });
    this.keys = keys;
  }
}
