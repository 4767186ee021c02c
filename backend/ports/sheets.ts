/** A file of rows as somebody keeps them, every cell as text; dates are ISO 8601. */
export interface Sheet {
  headers: string[];
  /** As many cells in each as there are headers. Rows without any text are left out. */
  rows: { line: number; cells: string[] }[];
}

export interface SheetReader {
  /**
   * Reads CSV or XLSX, whichever it is; of a workbook the first sheet. Hostile files cost time and memory of a thread
   * of their own. @throws Failure `invalid` with what is wrong in words, `unavailable`
   */
  read(bytes: Uint8Array): Promise<Sheet>;
}
