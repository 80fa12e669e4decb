import type { Answer, Block, Lang } from '../../knowledge/answer/answer.ts';
import { code, type Span } from '../../knowledge/answer/text.ts';
import { bullets, frame, paragraph } from '../answers.ts';
import type { Command, Invocation } from '../command.ts';
import { WORDS } from './wording.ts';

/** Lines of a list that a question gets; the command gives the others. */
const MOST_LINES = 12;

/** What a command answered, cut to its first lines, and the command that gives it whole. */
export const named = (answer: Answer, { name }: Command, args: string, lang: Lang): Answer => {
  const cut = answer.kind === 'report';
  const typed = code(`!${name}${args === '' ? '' : ` ${args}`}`);
  return {
    ...answer,
    blocks: [
      ...(cut ? answer.blocks.map(firstLines) : answer.blocks),
      { kind: 'next', text: [WORDS[lang].command, typed] },
    ],
  };
};

const firstLines = (block: Block): Block =>
  block.kind === 'list' ? { ...block, items: block.items.slice(0, MOST_LINES) } : block;

/** How to do it: the command to write, with an example, without running it. */
export const shownHow = (
  command: Command,
  args: string,
  invocation: Pick<Invocation, 'today' | 'lang'>,
  corpusVersion: string,
): Answer => {
  const words = WORDS[invocation.lang];
  const start = `!${command.name} ${args}`;
  const example = command.examples.find((one) => one.startsWith(`${start} `));
  const lines: readonly Span[][] = [
    [code(start), words.guided],
    ...(example === undefined ? [] : [[code(example), words.oneLine]]),
    [code(`!aide ${command.name}`), words.detail],
  ];
  return {
    ...frame(invocation, corpusVersion),
    lang: invocation.lang,
    kind: 'dialogue',
    title: '',
    blocks: [paragraph(words.how(command.summary)), bullets(lines)],
    notices: [],
    citations: [],
    data: { command: 'aide', topic: command.name },
  };
};
