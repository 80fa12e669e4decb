import { answerLocally, composeLocally } from '../bot/local.ts';
import { renderText } from '../bot/render/text.ts';
import type { Answer } from '../knowledge/answer/answer.ts';

/** Midday in Paris: the page is the same on every day and on every machine. */
const WRITTEN_AT = Date.parse('2026-11-22T11:00:00Z');

/** docs/commandes.md: help and transcripts as the bot gives them in a terminal, cut where the page says « […] ». */
export const commandsPage = async (): Promise<string> => {
  const ask = conversation();
  const names = (await ask('!aide')).data?.commands as readonly string[];
  const sections: string[] = [];
  for (const name of names) sections.push(await section(name, ask));
  return `${[HEAD.trimEnd(), ...sections].join('\n\n')}\n`;
};

type Ask = (text: string) => Promise<Answer>;

/** One conversation for the whole page: the register of a section is what the sections above it wrote. */
const conversation = (): Ask => {
  const handler = composeLocally({}, { now: () => WRITTEN_AT });
  let number = 0;
  return (text) => {
    number += 1;
    return answerLocally(handler, { text, conversation: 'documentation', number });
  };
};

/** What is said in the section of a command, in order, and how many lines of each answer are shown. */
const said: Readonly<Record<string, readonly (readonly [text: string, lines: number])[]>> = {
  question: [
    ['Les collectivités sont-elles concernées ?', 10],
    ['Combien de dérogations à R9 ont été accordées ?', 6],
  ],
  signaler: [
    ['Les collectivités sont-elles concernées ?', 3],
    ['!signaler faux', 4],
  ],
  plus: [
    ['Quel délai pour migrer après une dérogation à R9 ?', 4],
    ['!plus', 6],
  ],
  sensibilite: [
    ['!sensibilite', 14],
    ['oui', 4],
    ['annuler', 6],
    [
      '!sensibilite champ=oui hebergement=commercial secret=oui mission=non atteintes=sante_vie personnelles=oui sante=oui',
      18,
    ],
  ],
  seuil: [
    ['!seuil 3,5 M€', 10],
    ['!seuil 3.500', 8],
  ],
  regle: [['!regle R5', 8]],
  offres: [['!offres secnumcloud saas', 10]],
  o365: [['!o365', 8]],
  comparer: [['!comparer 2021 2023', 8]],
  faq: [['!faq R9', 7]],
  source: [
    ['!source', 7],
    ['!source circulaire-2023', 12],
  ],
  projet: [
    ['!projet opérateur, refonte à 60 %, SIRH chez Outscale, 3,5 M€, données de paie', 16],
    ['!projet', 20],
    ['!plus', 12],
    ['!projet hebergement=interne', 10],
    ['!projet remplacer', 8],
    ['!projet fait R4 "clause 12 du marché"', 6],
  ],
  derogation: [
    [
      '!derogation ajouter projet="Portail usagers" regle=R6 accordee=2026-03-12 reexamen=2026-12-05 responsable=moi',
      12,
    ],
    ['!derogation ajouter projet=SIRH regle=R9 accordee=2025-10-01 offre_acceptable=2025-11-01', 4],
    ['!derogation lister', 8],
    ['!derogation historique 1', 6],
    ['!derogation exporter csv', 10],
  ],
  echeances: [['!echeances', 12]],
  digest: [
    ['!digest abonner lundi 9h', 10],
    ['!digest apercu', 10],
  ],
  acquitter: [['!acquitter 1', 6]],
  reporter: [['!reporter 2 7j', 6]],
  config: [
    ['!config', 8],
    ['!config fil oui', 8],
  ],
  quitter: [['!quitter salon', 8]],
  aide: [['!aide seuil', 26]],
};

/** Lines of an answer without the stamp of the texts, nor the date and the notice that end nearly all of them. */
const linesOf = (answer: Answer): readonly string[] =>
  renderText(answer)
    .trimEnd()
    .replaceAll(answer.corpusVersion, '[…]')
    .split('\n')
    .filter((line) => !/^(?:(?:À noter\s: )?Hors corpus|Réponse au )/.test(line));

const cut = (lines: readonly string[], most: number): readonly string[] => {
  const kept = lines.slice(0, most).map((line) => {
    const room = line.lastIndexOf(' ', LONGEST);
    return line.length > LONGEST ? `${line.slice(0, room)} […]` : line;
  });
  return [kept.join('\n').trimEnd(), ...(lines.slice(most).some((line) => line !== '') ? ['[…]'] : [])];
};

const LONGEST = 400;

/** Lines under a subtitle of a help. */
const under = (help: readonly string[], subtitle: string): readonly string[] => {
  const start = help.indexOf(subtitle) + 2;
  return help.slice(start, help.indexOf('', start)).map((line) => line.replace(/^- /, ''));
};

const section = async (name: string, ask: Ask): Promise<string> => {
  const help = linesOf(await ask(`!aide ${name}`));
  const summary = (help[0] ?? '').replace(/^![a-z0-9]+\s*:\s*/, '');
  const marks = help.filter((line) => /^(?:Autres noms|Droits)/.test(line));
  const parts = [
    `## !${name}`,
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ['```text', ...under(help, 'Usage'), '```'].join('\n'),
    under(help, 'Effet').join(' '),
    ...marks.map((line) => line.replace(/![a-z0-9]+/g, '`$&`')),
  ];
  const exchanges: string[] = [];
  for (const [text, most] of said[name] ?? [[`!${name}`, 12] as const])
    exchanges.push([`> ${text}`, '', ...cut(linesOf(await ask(text)), most)].join('\n'));
  return [...parts, `\`\`\`text\n${exchanges.join('\n\n')}\n\`\`\``].join('\n\n');
};

const HEAD = `# Les commandes

<!-- Écrit par « npm run docs:commands » : ne pas corriger à la main. -->

En conversation directe, chaque message est une question. Dans un salon, mentionner le robot, ou commencer par « ! ». La commande peut suivre une mention : « @robot !seuil 3,5 M€ ». Les accents, les majuscules et les espaces insécables ne comptent pas. Une commande mal écrite est refusée avec ce qui a été lu, ce qui était attendu et un exemple ; une commande inconnue reçoit une proposition.

Les transcriptions sont celles d’un terminal (\`npm start\`), le registre vide au départ ; « […] » marque une coupe. Dans un salon, la même réponse est mise en forme. Les mentions répétées en fin de réponse (date, version des textes, textes postérieurs au corpus) n’y sont pas reprises. Les commandes d’exploitation montrent ici un robot sans serveur.
`;
