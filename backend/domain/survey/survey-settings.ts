/** Whether and how customers are asked how content they are. */
export interface SurveySettings {
  enabled: boolean;
  /** When a case ends for the survey: as soon as it is resolved, or only when it is closed. */
  after: 'resolved' | 'closed';
  /** The same customer is asked at most once in so many days; 0 asks after every case. */
  perCustomerDays: number;
  /** So long the link in the mail can be used. */
  answerDays: number;
  /** The question by language, such as `de`; shipped words stand in for what is not there. */
  questions: Record<string, string>;
}

export const noSurvey: SurveySettings = {
  enabled: false,
  after: 'closed',
  perCustomerDays: 1,
  answerDays: 30,
  questions: {},
};
