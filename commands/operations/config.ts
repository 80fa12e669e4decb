import type { Answer } from '../../knowledge/answer/answer.ts';
import { code, strong } from '../../knowledge/answer/text.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { bullets, echo, type Frame, frame, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import { type Setting, settings } from '../room-settings/setting.ts';
import type { RoomSettings, RoomSettingsStore } from '../room-settings/settings.ts';

/** `!config`: shows and changes what the moderators of a room decide for it. */
export const createConfig = (
  store: Pick<RoomSettingsStore, 'read' | 'change'>,
  corpusVersion: string,
): Command => ({
  name: 'config',
  aliases: ['reglages', 'configuration'],
  summary: 'réglages du robot dans ce salon',
  usage: ['!config', ...settings.map(({ name, values }) => `!config ${name} ${values.join('|')}`)],
  effect:
    'Affiche ou change les réglages du salon où elle est lancée ; ils valent pour toutes les personnes du salon et survivent aux redémarrages.',
  examples: ['!config', '!config mention-seulement oui', '!config fil oui', '!config langue auto'],
  right: 'moderator',
  run: async ({ args, conversation, ...invocation }) => {
    const common = frame(invocation, corpusVersion);
    const [name = '', value = '', ...rest] = args.split(/[\s=:]+/).filter((word) => word !== '');
    if (name === '') return show(await store.read(conversation.roomId), common, 'Réglages de ce salon');
    const setting = settings.find((known) => known.name === fold(name));
    if (setting === undefined) return unknown(name, common);
    const change = rest.length === 0 ? setting.read(value) : null;
    if (change === null) return wrongValue(setting, [value, ...rest].join(' '), common);
    return show(await store.change(conversation.roomId, change), common, 'Réglage enregistré');
  },
});

const show = (current: RoomSettings, common: Frame, title: string): Answer => ({
  ...common,
  kind: 'dialogue',
  title,
  blocks: [
    bullets(
      settings.map(({ name, meaning, show }) => [code(name), ' : ', strong(show(current)), ` (${meaning})`]),
    ),
  ],
  notices: [],
  citations: [],
  data: { command: 'config', settings: { ...current } },
});

const unknown = (name: string, common: Frame): Answer =>
  refused(common, {
    title: 'Réglage inconnu',
    code: 'REGLAGE_INCONNU',
    explain: [
      `Aucun réglage ne s’appelle « ${echo(name)} ». Réglages : ${settings.map((known) => known.name).join(', ')}.`,
    ],
    example: '!config mention-seulement oui',
    data: { command: 'config' },
  });

const wrongValue = ({ name, values }: Setting, typed: string, common: Frame): Answer =>
  refused(common, {
    title: 'Valeur non reconnue',
    code: 'VALEUR',
    explain: [
      typed === '' ? 'Il manque une valeur. ' : `Lu : « ${echo(typed)} ». `,
      `Le réglage ${name} attend : ${values.join(', ')}.`,
    ],
    example: `!config ${name} ${values[0] ?? ''}`,
    data: { command: 'config' },
  });
