/** Makes what somebody wrote in a browser fit to be sent: no scripts, no styles, no images, nothing that loads. */
export interface OutgoingText {
  /** `text` is the same as plain text. Never throws; input beyond 200 KB is cut. */
  clean(html: string): { html: string; text: string };
}
