import type { Answer } from '../../knowledge/answer/answer.ts';
import { code, strong } from '../../knowledge/answer/text.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { bullets, echo, type Frame, frame, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import { type Setting, settings } from '../room-settings/setting.ts';
import { EVERY_ROOM, type RoomSettings, type RoomSettingsStore } from '../room-settings/settings.ts';

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
    'Affiche ou change les réglages du salon où elle est lancée ; ils valent pour toutes les personnes du salon et survivent aux redémarrages. Le réglage accueil vaut pour tous les salons : seul un opérateur le change, dans le salon d’administration ou en message direct.',
  examples: ['!config', '!config mention-seulement oui', '!config fil oui', '!config langue auto'],
  right: 'moderator',
  run: async ({ args, conversation, ...invocation }) => {
    const common = frame(invocation, corpusVersion);
    const [name = '', value = '', ...rest] = args.split(/[\s=:]+/).filter((word) => word !== '');
    if (name === '') return show(await readAll(store, conversation.roomId), common, 'Réglages de ce salon');
    const setting = settings.find((known) => known.name === fold(name));
    if (setting === undefined) return unknown(name, common);
    const change = rest.length === 0 ? setting.read(value) : null;
    if (change === null) return wrongValue(setting, [value, ...rest].join(' '), common);
    if (setting.ofOperators && conversation.right !== 'operator') return forOperators(setting, common);
    await store.change(setting.ofOperators ? EVERY_ROOM : conversation.roomId, change);
    return show(await readAll(store, conversation.roomId), common, 'Réglage enregistré');
  },
});

/** What holds in a room: its own settings, and those that operators made for all rooms. */
const readAll = async (store: Pick<RoomSettingsStore, 'read'>, roomId: string): Promise<RoomSettings> => ({
  ...(await store.read(roomId)),
  greets: (await store.read(EVERY_ROOM)).greets,
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

const forOperators = ({ name, values }: Setting, common: Frame): Answer =>
  refused(common, {
    title: 'Réglage des opérateurs',
    code: 'DROIT',
    explain: [
      `Le réglage ${name} vaut pour tous les salons : seul un opérateur du robot le change, dans le salon d’administration ou en message direct. Rien n’a changé.`,
    ],
    example: `!config ${name} ${values[0] ?? ''}`,
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
