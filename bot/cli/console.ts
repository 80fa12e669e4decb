import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import { answerLocally } from '../local.ts';
import type { Handler } from '../messages.ts';
import { showable } from '../render/escape.ts';
import { renderText, type TextStyle, unstyled } from '../render/text.ts';
import { typeset } from '../render/typeset.ts';
import { FAREWELL, GREETING, isFarewell, PROMPT } from './greeting.ts';
import { readLines } from './lines.ts';
import { wrap } from './wrap.ts';

/** Where a conversation is held; `isTTY` and `columns` as Node sets them. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

/** Holds a conversation until `quit`, Ctrl-C or the end of the input; answers each line of a file or a pipe. */
export const converse = async (handler: Handler, { input, output }: Terminal): Promise<void> => {
  const typed = input.isTTY === true;
  const lines = typed ? prompted(input, output) : readLines(input);
  if (typed) output.write(`${typeset(GREETING)}\n`);
  let number = 0;
  for await (const line of lines) {
    if (isFarewell(line)) break;
    number += 1;
    const answer = await answerLocally(handler, { text: line, conversation: 'console', number });
    if (!typed) output.write(`${PROMPT}${showable(line)}\n`);
    output.write(`\n${draw(renderText(answer, styleFor(output)), output)}\n\n`);
  }
  if (typed) output.write(FAREWELL);
};

/** Lines typed at the prompt; ends at Ctrl-D and Ctrl-C. */
async function* prompted(input: Readable, output: Terminal['output']): AsyncGenerator<string> {
  const reader = createInterface({ input, output, prompt: PROMPT, terminal: output.isTTY === true });
  reader.on('SIGINT', () => reader.close());
  reader.prompt();
  for await (const line of reader) {
    yield line;
    reader.prompt();
  }
  // The keys that end the conversation leave the cursor behind the prompt.
  output.write('\n');
}

const MOST_COLUMNS = 100;

const draw = (text: string, { isTTY, columns }: Terminal['output']): string =>
  isTTY === true ? wrap(text, Math.min(columns ?? 80, MOST_COLUMNS)) : text;

/** Colours for a terminal that wants them: `styleText` honours NO_COLOR, and leaves pipes and files alone. */
const styleFor = (output: Terminal['output']): TextStyle =>
  output.isTTY === true
    ? {
        strong: (text) => styleText('bold', text, { stream: output }),
        faint: (text) => styleText('dim', text, { stream: output }),
      }
    : unstyled;
