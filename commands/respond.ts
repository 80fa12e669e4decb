import type { Answer } from '../knowledge/answer/answer.ts';
import { freeze } from '../knowledge/answer/freeze.ts';
import { code, type Span } from '../knowledge/answer/text.ts';
import { withoutCourtesy } from '../knowledge/reading/courtesy.ts';
import { shortHelp } from './aide.ts';
import { echo, frame, refused } from './answers.ts';
import { type CallReader, runCall } from './called/call.ts';
import type { Addressed, Command, Invocation, Media, Right } from './command.ts';
import type { Conversations } from './conversation/conversations.ts';
import { forbidden, type Permission } from './forbidden.ts';
import type { Interviews } from './interview/interviews.ts';
import type { SheetAnswers } from './projet/questions.ts';
import { MAX_TEXT, namesOf, parseRequest, type Request } from './request.ts';
import type { Answerer } from './texts/question.ts';
import { captionOnly, type Unread } from './unread/unread.ts';

export interface RequestContext extends Omit<Invocation, 'args'> {
  readonly addressed: Addressed;
  /** What came with the text, which is then its caption, or alone when the text is empty. */
  readonly media?: Media | null;
  /** Who may run what; by default, the right of the conversation decides. */
  readonly permits?: (command: Pick<Command, 'name' | 'right'>) => Permission;
}

/** Answers a message with frozen data, or null when it is not for us. Rejects when a command throws: the caller logs it. */
export type Respond = (text: string, context: RequestContext) => Promise<Answer | null>;

interface Parts {
  readonly commands: readonly Command[];
  readonly answerer: Answerer;
  readonly corpusVersion: string;
  /** Asked first for any text that is no command of ours, overheard ones included. */
  readonly interviews?: Pick<Interviews, 'continueInterview' | 'endBegunBy'>;
  /** What somebody is told whose message, corrected since, was already acted upon for good; null when it was not. */
  readonly corrected?: (text: string, context: Omit<Invocation, 'args'>) => Promise<Answer | null>;
  /** Asked of what comes without words, and of what answers an offer to import it. */
  readonly unread?: Pick<Unread, 'received' | 'continueOffer'>;
  /** Asked before a question is read alone; every question stands alone by default. */
  readonly conversations?: Pick<Conversations, 'continueTurn'>;
  /** What the project sheet of the room brings to questions; nothing by default. */
  readonly sheets?: Pick<SheetAnswers, 'answer' | 'offer'>;
  /** Which command a question asks for in plain words; none by default. */
  readonly readCall?: CallReader;
  /** Told of each question and of its answer, before the answer is given. Must not throw. */
  readonly onQuestion?: OnQuestion;
}

/** `question`: what was asked, without the command that may carry it. */
export type OnQuestion = (
  question: string,
  answer: Answer,
  at: Pick<Invocation, 'conversation' | 'now' | 'today'>,
) => Promise<void>;

/**
 * The one way from a text to an answer: rooms, console and batch mode go through it.
 * @throws Error at creation if two commands share a name.
 */
export const createResponder = (parts: Parts): Respond => {
  const { commands, answerer, corpusVersion, interviews } = parts;
  const names = namesOf(commands);
  const table = new Map(commands.map((command) => [command.name, command]));

  /** The refusal, or null. */
  const permitted = (command: Pick<Command, 'name' | 'right'>, context: RequestContext): Answer | null => {
    const permission = (context.permits ?? byRight(context.conversation.right))(command);
    return permission === 'granted' ? null : forbidden(command, permission, frame(context, corpusVersion));
  };

  const answerTo = async (
    request: Request,
    context: RequestContext,
    pasted: string,
  ): Promise<Answer | null> => {
    switch (request.kind) {
      case 'empty':
        return shortHelp(context, corpusVersion);
      case 'question':
        return (
          permitted(QUESTION, context) ??
          answerer.answer(request.text, { today: context.today, lang: context.lang })
        );
      case 'unknown-command':
        return unknown(request, context, corpusVersion, table);
      case 'command': {
        const command = table.get(request.name);
        if (command === undefined) throw new Error(`!${request.name} has a name but no command`);
        // A question is read whole: its mark tells it from a statement.
        const args = request.name === QUESTION.name ? request.args : withoutCourtesy(request.args);
        return permitted(command, context) ?? command.run({ ...invoked(context), args, pasted });
      }
    }
  };

  /** What the command gives that a question asks for in plain words; null when it asks for none that its author may run. */
  const calledBy = async (question: string, context: RequestContext): Promise<Answer | null> => {
    const call = context.addressed === 'none' ? null : (parts.readCall?.(question) ?? null);
    const command = call === null ? undefined : table.get(call.command);
    if (call === null || command === undefined || permitted(command, context) !== null) return null;
    return runCall(call, command, invoked(context), corpusVersion);
  };

  return async (text, asked) => {
    const { media = null } = asked;
    const request = parseRequest(text, names);
    // « /tmp » in a room is no command, and nobody was asked.
    const isPath = asked.addressed === 'command' && request.kind === 'question';
    const context: RequestContext = isPath ? { ...asked, addressed: 'none' } : asked;
    const addressed = isForUs(context);
    const invocation = invoked(context);
    if (media !== null && text.trim() === '' && parts.unread !== undefined)
      return addressed ? freeze(await parts.unread.received(media, invocation)) : null;
    const { replaces = null } = context.conversation;
    if (replaces !== null) {
      const already = await parts.corrected?.(text, invocation);
      if (already) return freeze(already);
      await interviews?.endBegunBy(replaces, invocation);
    }
    if (request.kind !== 'command') {
      const input = { kind: 'text', text: text.slice(0, MAX_TEXT), addressed } as const;
      const reply = await interviews?.continueInterview(input, invocation);
      if (reply) return freeze(reply);
      const offered = addressed ? await parts.unread?.continueOffer(text, invocation) : null;
      if (offered) return freeze(offered);
    }
    const typed = questionOf(request);
    const called = typed === null ? null : await calledBy(typed, context);
    if (called !== null) return freeze(called);
    const mayAsk = typed !== null && permitted(QUESTION, context) === null;
    const own = mayAsk && addressed ? await parts.sheets?.answer(typed, invocation) : null;
    const continued = own || !mayAsk ? null : await parts.conversations?.continueTurn(typed, context);
    if (context.addressed === 'none' && !continued) return null;
    const pasted = pastedLines(text);
    const given = own ?? continued?.answer ?? (await answerTo(request, context, pasted));
    const offers = given !== null && typed !== null && !own && parts.sheets !== undefined;
    const answer = offers ? await parts.sheets.offer(given, invocation) : given;
    const question = continued?.question ?? typed;
    if (question !== null && answer?.near !== undefined) await parts.onQuestion?.(question, answer, context);
    const whole = pasted !== '' && request.kind === 'command' && table.get(request.name)?.readsPasted;
    const read = answer !== null && request.cut && !whole ? sayCut(answer) : answer;
    // A command reads the file that it comes with.
    const isSeen = media === null || (media === 'file' && request.kind === 'command');
    return freeze(read === null || isSeen ? read : captionOnly(read, media));
  };
};

const isForUs = ({ addressed }: RequestContext): boolean => addressed === 'mention' || addressed === 'direct';

const invoked = ({
  addressed: _,
  permits: __,
  media: ___,
  ...context
}: RequestContext): Omit<Invocation, 'args'> => context;

/** What stands under the first line of a message. */
const pastedLines = (text: string): string => {
  const trimmed = text.trim().toWellFormed();
  const end = trimmed.search(/[\r\n]/);
  return end === -1 ? '' : trimmed.slice(end + 1, end + 1 + MAX_PASTED);
};

/** More than an event of Matrix holds, in UTF-16 units. */
const MAX_PASTED = 65_536;

/** A question without a command is one to `!question`. */
const QUESTION = { name: 'question', right: 'everyone' } as const;

const questionOf = (request: Request): string | null => {
  if (request.kind === 'question') return request.text;
  return request.kind === 'command' && request.name === QUESTION.name ? request.args : null;
};

const ranks: Record<Right, number> = { everyone: 0, moderator: 1, operator: 2 };

/** The rule where nothing else is configured. */
const byRight =
  (held: Right): NonNullable<RequestContext['permits']> =>
  ({ right }) =>
    ranks[held] >= ranks[right] ? 'granted' : 'right';

const unknown = (
  { name, suggestions }: Extract<Request, { kind: 'unknown-command' }>,
  context: RequestContext,
  corpusVersion: string,
  table: ReadonlyMap<string, Command>,
): Answer | null => {
  if (suggestions.length === 0 && context.addressed === 'command') return null;
  if (name === '') return shortHelp(context, corpusVersion);
  const near = suggestions.flatMap((suggestion, index): Span[] => [
    index === 0 ? ' Vouliez-vous dire ' : ' ou ',
    code(`!${suggestion}`),
  ]);
  return refused(frame(context, corpusVersion), {
    title: 'Commande inconnue',
    code: 'COMMANDE_INCONNUE',
    explain: [
      'Aucune commande ne s’appelle ',
      code(`!${echo(name)}`),
      '.',
      ...near,
      near.length === 0 ? '' : ' ?',
      ' La liste : ',
      code('!aide'),
      '.',
    ].filter((span) => span !== ''),
    example: table.get(suggestions[0] ?? '')?.examples[0] ?? '!aide',
    data: { command: 'inconnue', name, suggestions },
  });
};

const sayCut = (answer: Answer): Answer => ({
  ...answer,
  notices: [
    ...answer.notices,
    { code: 'message-coupe', text: [`Seuls les ${MAX_TEXT} premiers caractères du message ont été lus.`] },
  ],
});
