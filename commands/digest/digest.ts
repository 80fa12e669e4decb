import { distance } from 'fastest-levenshtein';
import { fold } from '../../knowledge/search/text/fold.ts';
import { echo } from '../answers.ts';
import type { Command } from '../command.ts';
import { refuseRoom } from '../derogation/access.ts';
import { showNext, showNow } from './preview.ts';
import {
  type Action,
  PAUSE_EXAMPLE,
  pause,
  refuse,
  reserved,
  resume,
  SUBSCRIBE_EXAMPLE,
  showState,
  subscribe,
  unsubscribe,
} from './settings.ts';
import type { DigestTools } from './tools.ts';
import { EFFECT } from './wording.ts';

/** `!digest`: the weekly message on the deadlines of the register of this room. */
export const createDigest = (tools: DigestTools): Command => ({
  name: 'digest',
  aliases: ['digests', 'rappels'],
  summary: 'envoi hebdomadaire des échéances du registre dans ce salon',
  usage: [
    '!digest',
    '!digest abonner [jour] [heure]',
    '!digest desabonner',
    '!digest maintenant',
    '!digest apercu',
    '!digest pause <durée>',
    '!digest reprendre',
  ],
  effect: EFFECT,
  examples: [
    SUBSCRIBE_EXAMPLE,
    '!digest',
    '!digest maintenant',
    '!digest apercu',
    PAUSE_EXAMPLE,
    '!digest reprendre',
    '!digest desabonner',
  ],
  right: 'everyone',
  run: async (invocation) => {
    const barred = refuseRoom(invocation, tools.corpus.version);
    if (barred !== null) return barred;
    const [word = ''] = /^[\p{L}\p{M}-]*/u.exec(invocation.args) ?? [];
    const said = fold(word);
    const action = ACTIONS.get(SYNONYMS.get(said) ?? said);
    if (action !== undefined) return action(invocation.args.slice(word.length).trim(), invocation, tools);
    const names = [...ACTIONS.keys()].filter((name) => name !== '');
    const near = names.find((name) => distance(said.slice(0, 40), name) <= 2);
    return refuse(
      invocation,
      tools,
      'ACTION_INCONNUE',
      near === undefined || near === 'abonner' ? SUBSCRIBE_EXAMPLE : `!digest ${near}`,
      [`Lu : « ${echo(invocation.args)} ». Attendu : ${names.join(', ')}, ou rien.`],
    );
  },
});

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['', showState],
  ['abonner', reserved(subscribe)],
  ['desabonner', reserved(unsubscribe)],
  ['maintenant', showNow],
  ['apercu', showNext],
  ['pause', reserved(pause)],
  ['reprendre', reserved(resume)],
]);

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['etat', ''],
  ['activer', 'abonner'],
  ['abonnement', 'abonner'],
  ['abonne', 'abonner'],
  ['arreter', 'desabonner'],
  ['desactiver', 'desabonner'],
  ['stop', 'desabonner'],
  ['preview', 'apercu'],
  ['suspendre', 'pause'],
  ['reprise', 'reprendre'],
]);
