import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Catalogue } from '../../knowledge/catalogue/catalogue.ts';
import { isInCatalogue } from '../../knowledge/catalogue/provider-names.ts';
import type { FrameReader } from '../../knowledge/reading/frame.ts';
import {
  createRequestReader,
  type PlainRequest,
  type RequestWords,
} from '../../knowledge/reading/requests.ts';
import type { Command, Invocation } from '../command.ts';
import { named, shownHow } from './shown.ts';

/** Which command a question asks for in plain words; null when it is for the texts. */
export type CallReader = (question: string) => PlainRequest | null;

/** Reads a question without its courtesy; « aide » alone is one. */
export const createCallReader = (
  readFrame: FrameReader,
  requests: RequestWords,
  catalogue: Catalogue,
): CallReader => {
  const read = createRequestReader(requests, isInCatalogue(catalogue));
  return (question) => {
    const { core } = readFrame(question);
    return read(core === '' ? question : core);
  };
};

/** The answer of a command that was asked for in plain words: its first lines, and its name. */
export const runCall = async (
  { args, how }: PlainRequest,
  command: Command,
  invocation: Omit<Invocation, 'args'>,
  corpusVersion: string,
): Promise<Answer> => {
  if (how) return shownHow(command, args, invocation, corpusVersion);
  const asked: Invocation = { ...invocation, args, pasted: '' };
  return named(await (command.brief ?? command.run)(asked), command, args, invocation.lang);
};
