import { section, yesOrNo } from '../fields.ts';

/** What is kept of use beyond counts; for `retention.statisticsDays`, hence thirty days at most. */
export const statistics = section({
  /** Words of the questions refused or disliked, for `!lacunes`. */
  lacunes: yesOrNo().default(false),
}).prefault({});
