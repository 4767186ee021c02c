/** Marks a text as ours. The same for every process on the store, also after a restart. */
export interface Signer {
  /** Letters that follow from the text, url-safe; only who holds our key can tell them. */
  sign(text: string): string;
  /** Whether the text carries our mark. Takes as long for a wrong one as for a right one. */
  isSigned(text: string, signature: string): boolean;
}
