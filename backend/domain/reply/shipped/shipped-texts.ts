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
}
