const whole = new Intl.NumberFormat('en-GB');

/** As the page shows it: "1,204", "2h 48m", "94.2 %". */
export function figureText(value: number | null, unit: 'cases' | 'minutes' | 'percent'): string {
  if (value === null) return '–';
  if (unit === 'cases') return whole.format(value);
  if (unit === 'percent') return `${value} %`;
  const minutes = Math.round(value);
  if (minutes < 1) return value === 0 ? '0m' : 'under 1m';
  if (minutes < 60) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours}h ${String(minutes % 60).padStart(2, '0')}m`;
  return `${Math.floor(hours / 24)}d ${hours % 24}h`;
}
