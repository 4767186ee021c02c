/**
 * Looks for malware in a file. @throws Failure `unavailable` when the scanner gives no verdict; the file is then not
 * handed out until one is given
 */
export type Scan = (bytes: Uint8Array) => Promise<'clean' | 'infected'>;
