import { code } from '../../knowledge/answer/text.ts';
import { frame, paragraph } from '../answers.ts';
import type { Command } from '../command.ts';
import type { Operations } from './operations.ts';

/** `!sauvegarder`: has the running bot copy its data folder. */
export const createSauvegarder = (
  operations: Pick<Operations, 'backUp'>,
  corpusVersion: string,
): Command => ({
  name: 'sauvegarder',
  aliases: ['backup'],
  summary: 'copie le dossier de données, robot en marche',
  usage: ['!sauvegarder'],
  effect:
    'Copie les deux bases au même instant, entre deux écritures, avec les fichiers de clés du dossier de données, dans data.backupFolder ; garde les data.backupsKept dernières copies. Le robot ne s’arrête pas.',
  examples: ['!sauvegarder'],
  right: 'operator',
  run: async (invocation) => {
    const outcome = await operations.backUp();
    const common = { ...frame(invocation, corpusVersion), notices: [], citations: [] };
    if (outcome.kind === 'failed')
      return {
        ...common,
        kind: 'refused',
        code: 'SAUVEGARDE',
        title: 'Aucune sauvegarde n’a été faite',
        blocks: [paragraph(outcome.message)],
        data: { command: 'sauvegarder', error: 'SAUVEGARDE' },
      };
    const { folder, bytes, milliseconds, keyIncluded } = outcome;
    return {
      ...common,
      kind: 'dialogue',
      title: 'Sauvegarde faite',
      blocks: [
        paragraph(code(folder), ` : ${size(bytes)}, en ${milliseconds} ms, relue.`),
        paragraph(
          keyIncluded
            ? 'Elle contient des clés : mettez-la ailleurs, chiffrée.'
            : 'La clé qui ouvre les clés de chiffrement (store.key) n’est pas dans le dossier de données : gardez-la aussi, ailleurs.',
          ' Remise en place après que le robot a tourné, elle rend les registres et demande un nouvel appareil (code 84).',
        ),
      ],
      data: { command: 'sauvegarder', folder, bytes, milliseconds },
    };
  },
});

const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} ko`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} Mo`;
