export { DAY, HOUR, MINUTE } from '../knowledge/dates/spans.ts';
