import type { Answer, Lang } from '../../answer/answer.ts';
import { code, type Text } from '../../answer/text.ts';
import type { FrameKind } from '../../reading/frame.ts';

type Kind = Exclude<FrameKind, 'question'>;

/** A word for a message that asks nothing: never doctrine, never « the corpus does not say ». */
export const talk = (
  kind: Kind,
  lang: Lang,
): Pick<Extract<Answer, { kind: 'dialogue' }>, 'kind' | 'title' | 'blocks' | 'citations' | 'data'> => ({
  kind: 'dialogue',
  title: '',
  blocks: WORDS[lang][kind].map((text) => ({ kind: 'paragraph', text })),
  citations: [],
  data: { command: 'talk', kind },
});

const EXAMPLES_FR: Text = [
  'Exemples\u00a0: «\u00a0Une commune est-elle concernée\u00a0?\u00a0», «\u00a0Qui contrôle un projet de 3\u00a0M€\u00a0?\u00a0», «\u00a0Peut-on mettre un SIRH chez Outscale\u00a0?\u00a0». Commandes\u00a0: ',
  code('!aide'),
];
const EXAMPLES_EN: Text = [
  'Examples: “Are municipalities covered?”, “Who controls a project of €3m?”, “When is SecNumCloud required?” Commands: ',
  code('!aide'),
];

const WORDS: Readonly<Record<Lang, Readonly<Record<Kind, readonly Text[]>>>> = {
  fr: {
    greeting: [
      [
        'Bonjour. Je réponds aux questions sur la doctrine «\u00a0cloud au centre\u00a0» de l’État, textes à l’appui.',
      ],
      EXAMPLES_FR,
    ],
    thanks: [['Avec plaisir.']],
    help: [
      [
        'Posez votre question en une phrase\u00a0: je réponds d’après la circulaire, la FAQ et la note de la DINUM, en citant. Décrivez un projet (entité, hébergement, données, coût) et j’applique les règles à ce que vous déclarez.',
      ],
      EXAMPLES_FR,
    ],
    identity: [
      [
        'Je suis un programme, sans modèle de langage\u00a0: je cherche dans les textes de la doctrine «\u00a0cloud au centre\u00a0», je cite, et j’applique des règles écrites. La même question reçoit la même réponse. Je ne rends pas d’avis juridique.',
      ],
      EXAMPLES_FR,
    ],
    ok: [['Bien noté. Une autre question\u00a0?']],
    bye: [['Au revoir.']],
    wellbeing: [
      ['Tout va bien, merci. Je réponds aux questions sur la doctrine «\u00a0cloud au centre\u00a0».'],
      EXAMPLES_FR,
    ],
  },
  en: {
    greeting: [
      ['Hello. I answer questions on the French State’s “cloud au centre” doctrine, quoting the texts.'],
      EXAMPLES_EN,
    ],
    thanks: [['You are welcome.']],
    help: [
      [
        'Ask in one sentence: I answer from the circular, the FAQ and the DINUM note, with quotations. Describe a project (entity, hosting, data, cost) and I apply the rules to what you declare.',
      ],
      EXAMPLES_EN,
    ],
    identity: [
      [
        'I am a program without a language model: I search the texts of the “cloud au centre” doctrine, quote them, and apply written rules. The same question gets the same answer. I give no legal advice.',
      ],
      EXAMPLES_EN,
    ],
    ok: [['Noted. Another question?']],
    bye: [['Goodbye.']],
    wellbeing: [
      ['All is well, thank you. I answer questions on the “cloud au centre” doctrine.'],
      EXAMPLES_EN,
    ],
  },
};
