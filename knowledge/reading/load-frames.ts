import { z } from 'zod';
import { projectFile, readDataFile } from '../data-file.ts';
import type { FrameWords } from './frame.ts';

const expression = z.string().refine((text) => {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}, 'une expression régulière, par exemple "bonjour(?: a tous)?"');
const list = z.array(expression).min(1);

const framesSchema: z.ZodType<FrameWords> = z.strictObject({
  openings: list,
  intros: list,
  now: list,
  thanks: list,
  closings: list,
  signoffs: list,
  changed: list,
  valid: list,
  thanked: list,
  alone: z.strictObject({ help: list, identity: list, ok: list, bye: list, wellbeing: list }),
});

/** @throws DataFileError naming the file and each fault. */
export const loadFrames = (file: string = projectFile('frames.yaml')): FrameWords =>
  readDataFile(file, framesSchema, 'openings:\n  - "bonjour(?: a tous)?"');
