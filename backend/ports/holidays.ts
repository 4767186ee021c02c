/** Public holidays of countries. */
export interface Holidays {
  /**
   * Makes a country ready, which may take a moment. False for a country, or a region of it, that is not known.
   * @param country ISO 3166-1 alpha-2
   * @param region the country's own code, such as `BY` in Germany
   */
  prepare(country: string, region: string | null): Promise<boolean>;
  /** Local dates, `YYYY-MM-DD`, with the holiday's English name; none where `prepare` was not called before. */
  ofYear(country: string, region: string | null, year: number): ReadonlyMap<string, string>;
}
