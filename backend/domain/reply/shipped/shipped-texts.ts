/** One language's texts. */
export interface ShippedTexts {
  acknowledgement: string;
  /** For complaints: calm, without thanks or cheer. */
  calmAcknowledgement: string;
  outsideHours: string;
  calmOutsideHours: string;
  stillWorking: string;
  confirmSolved: string;
  closing: string;
  /** Before the question how content they are. */
  survey: string;
  /** To somebody outside who is given a task: nothing of the customer or of what they wrote. */
  assignment: string;
}
