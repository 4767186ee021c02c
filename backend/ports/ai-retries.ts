/** Cases for which a language model was wanted and did not answer, to be asked again. */
export interface AiRetries {
  /** The first note of a case counts; later ones change nothing. */
  note(caseId: string, notBeforeMs: number): Promise<void>;
  due(nowMs: number, limit: number): Promise<{ caseId: string; attempts: number }[]>;
  again(caseId: string, attempts: number, notBeforeMs: number): Promise<void>;
  done(caseId: string): Promise<void>;
}
