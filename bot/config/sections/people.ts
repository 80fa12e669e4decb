import { listOf, roomId, section, sentencePart, serverName, userId } from '../fields.ts';

/** Who may invite the bot into a room. */
export const invitations = section({
  homeservers: listOf(serverName(), '[agent.dinum.tchap.gouv.fr]').default([]),
  users: listOf(userId(), '["@prenom.nom-beta.gouv.fr:agent.dinum.tchap.gouv.fr"]').default([]),
}).prefault({});

/** Partners outside the administration: not answered. */
export const externals = section({
  servers: listOf(serverName(), '[agent.externe.tchap.gouv.fr]').default([
    'agent.externe.tchap.gouv.fr',
    'e.tchap.gouv.fr',
  ]),
  /** Whom they are told to ask instead: ends a sentence. */
  contact: sentencePart('l’agent qui vous a ouvert ce salon').default('l’agent qui vous a ouvert ce salon'),
}).prefault({});

/** Those who look after the bot. */
export const administration = section({
  room: roomId().nullable().default(null),
  operators: listOf(userId(), '["@prenom.nom-beta.gouv.fr:agent.dinum.tchap.gouv.fr"]').default([]),
}).prefault({});

/** Those who answer what the texts do not. */
export const referents = section({
  room: roomId().nullable().default(null),
}).prefault({});

/** Other bots, never answered: two bots that answer each other do not stop. */
export const bots = listOf(userId(), '["@albert-bot:agent.dinum.tchap.gouv.fr"]').default([]);
