/** Calls of other people's servers. */
export interface Webhooks {
  /**
   * Posts a signed JSON document. The receiver knows repeats by `id`.
   * @throws Failure `forbidden` for an address that must not be called, `unavailable` when it does not answer well
   */
  post(url: string, id: string, body: Record<string, unknown>): Promise<void>;
}
