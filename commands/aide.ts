import type { Answer } from '../knowledge/answer/answer.ts';
import { code } from '../knowledge/answer/text.ts';
import { fold } from '../knowledge/search/text/fold.ts';
import { bullets, echo, type Frame, frame, paragraph, refused } from './answers.ts';
import type { Command, Invocation, Right } from './command.ts';
import { namesOf, parseRequest } from './request.ts';
import { MARKS, RIGHTS } from './wording-aide.ts';

/** `!aide`: the list of commands, or one command in full, written from the table that `commands` returns. */
export const createAide = (commands: () => readonly Command[], corpusVersion: string): Command => ({
  name: 'aide',
  aliases: ['help', 'commandes'],
  summary: 'liste des commandes, ou détail d’une commande',
  usage: ['!aide', '!aide <commande>'],
  effect:
    'Affiche les commandes du robot ; avec un nom, l’usage, l’effet, des exemples et les droits. N’écrit rien.',
  examples: ['!aide', '!aide regle'],
  right: 'everyone',
  run: (invocation) => {
    const table = commands();
    const common = { ...frame(invocation, corpusVersion), lang: invocation.lang };
    const topic = invocation.args.replace(/[?.]+$/, '').trim();
    if (fold(topic) === '') return list(table.filter(isFor(invocation.conversation.right)), common);
    const request = parseRequest(`!${topic.replace(/^[!！]\s*/, '')}`, namesOf(table));
    const found = request.kind === 'command' && table.find((command) => command.name === request.name);
    if (found) return detail(found, common);
    const near = request.kind === 'unknown-command' ? request.suggestions : [];
    return refused(common, {
      title: 'Aide',
      code: 'COMMANDE_INCONNUE',
      explain: ['Aucune commande ne s’appelle ', code(echo(topic)), '. La liste : ', code('!aide'), '.'],
      example: `!aide ${near[0] ?? 'regle'}`,
      data: { command: 'aide' },
    });
  },
});

/** Those who are no operators, or not where operators work, are not told of what they cannot run; the rest is marked. */
const isFor =
  (right: Right) =>
  (command: Command): boolean =>
    command.right !== 'operator' || right === 'operator';

const dialogue = (common: Frame, title: string, blocks: Answer['blocks'], data: object): Answer => ({
  ...common,
  kind: 'dialogue',
  title,
  blocks,
  notices: [],
  citations: [],
  data: { command: 'aide', ...data },
});

const list = (table: readonly Command[], common: Frame): Answer =>
  dialogue(
    common,
    common.lang === 'en' ? 'Help' : 'Aide',
    [
      common.lang === 'en'
        ? paragraph(
            'Mention me and ask a question in French or English, or use a command (answered in French):',
          )
        : paragraph('Posez une question en mentionnant le robot, ou utilisez une commande :'),
      bullets(table.map((c) => [code(c.usage[0] ?? `!${c.name}`), ` : ${c.summary}${MARKS[c.right]}`])),
      paragraph('Détail d’une commande : ', code('!aide regle'), '.'),
    ],
    { topic: null, commands: table.map(({ name }) => name) },
  );

const detail = (command: Command, common: Frame): Answer => {
  const codes = (lines: readonly string[]) => bullets(lines.map((line) => [code(line)]));
  const aliases = command.aliases.flatMap((alias) => [', ', code(`!${alias}`)]).slice(1);
  return dialogue(
    common,
    `!${command.name} : ${command.summary}`,
    [
      { kind: 'subtitle', text: 'Usage' },
      codes(command.usage),
      { kind: 'subtitle', text: 'Effet' },
      paragraph(command.effect),
      { kind: 'subtitle', text: 'Exemples' },
      codes(command.examples),
      ...(aliases.length === 0 ? [] : [paragraph('Autres noms : ', ...aliases)]),
      paragraph('Droits : ', RIGHTS[command.right]),
    ],
    { topic: command.name },
  );
};

/** What an empty mention gets: three lines. */
export const shortHelp = (invocation: Pick<Invocation, 'today' | 'lang'>, corpusVersion: string): Answer =>
  dialogue(
    frame(invocation, corpusVersion),
    'Doctrine « cloud au centre »',
    [
      bullets([
        ['Je réponds aux questions sur la doctrine « cloud au centre » de l’État, en citant les textes.'],
        ['Mentionnez-moi et posez la question, par exemple « Que dit la règle R9 ? ».'],
        [
          'Commandes : ',
          code('!regle R9'),
          ', ',
          code('!seuil 3,5 M€'),
          ' ; toutes les autres : ',
          code('!aide'),
          '.',
        ],
      ]),
    ],
    { topic: null },
  );
