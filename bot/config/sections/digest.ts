import { section, yesOrNo } from '../fields.ts';

/** Weekly message on the deadlines of the registers; each room asks for its own with `!digest abonner`. */
export const digest = section({
  /** The first digest of a month is sent even when there is nothing to say. */
  monthlyHeartbeat: yesOrNo().default(false),
}).prefault({});
