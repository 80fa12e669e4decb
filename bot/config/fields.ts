import { z } from 'zod';

// Each `error` says what is expected, with an example: it is shown after « attendu : ».

export const userId = () =>
  z
    .string({ error: USER_ID })
    .max(255, { error: USER_ID })
    // No pattern: « @*:… » would be taken for a person, and match nobody.
    .regex(/^@[\w.=/+-]+:[A-Za-z0-9.-]+(?::\d{1,5})?$/, { error: USER_ID });

export const roomId = () =>
  z
    .string({ error: ROOM_ID })
    .max(255, { error: ROOM_ID })
    .regex(/^!\S+$/, { error: ROOM_ID });

export const serverName = () =>
  z.string({ error: SERVER_NAME }).regex(/^[a-z0-9][a-z0-9.-]*(?::\d{1,5})?$/, { error: SERVER_NAME });

/** Base address of a homeserver, without the `/` at its end. Clear HTTP is for a trial on the same machine only. */
export const homeserverUrl = () =>
  z
    .string({ error: HOMESERVER_URL })
    .refine(isBaseUrl, { error: HOMESERVER_URL })
    .transform((url) => url.replace(/\/$/, ''));

/** Base address of pages that readers open, without the `/` at its end. */
export const siteUrl = () =>
  z
    .string({ error: SITE_URL })
    .refine(isSiteUrl, { error: SITE_URL })
    .transform((url) => url.replace(/\/+$/, ''));

/** Address of an HTTP proxy; it may hold a user and a password. */
export const proxyUrl = () => z.string({ error: PROXY_URL }).refine(isProxyUrl, { error: PROXY_URL });

/** Where to listen: an IP address. */
export const address = () => {
  const error = 'une adresse IP entre guillemets, par exemple "127.0.0.1"';
  return z.union([z.ipv4(), z.ipv6()], { error });
};

export const domainName = () => {
  const error = 'un domaine de messagerie sans @, par exemple beta.gouv.fr';
  return z.string({ error }).regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, { error });
};

/** Name of a command, without its `!`. */
export const commandName = () => {
  const error = 'le nom d’une commande sans « ! », par exemple derogation';
  return z.string({ error }).regex(/^[a-z][a-z0-9]*$/, { error });
};

/** A day that exists, ISO 8601. */
export const day = () =>
  z.iso.date({ error: 'une date AAAA-MM-JJ entre guillemets, par exemple "2026-03-15"' });

export const filePath = () => {
  const error = 'le chemin d’un fichier, par exemple /run/secrets/tchap-token';
  return z.string({ error }).min(1, { error });
};

export const folderPath = () => {
  const error = 'le chemin d’un dossier, par exemple ./data';
  return z.string({ error }).min(1, { error });
};

export const sentencePart = (example: string) => {
  const error = `quelques mots entre guillemets, par exemple "${example}"`;
  return z.string({ error }).trim().min(1, { error }).max(200, { error });
};

export const listOf = <T extends z.ZodType>(item: T, example: string) =>
  z.array(item, { error: `une liste, par exemple ${example}` });

/** Rooms by their id, or all that the bot is in. */
export const registerRooms = () => {
  const error = 'all, ou une liste, par exemple ["!abcdef:agent.dinum.tchap.gouv.fr"]';
  return z.union([z.literal('all'), z.array(roomId())], { error });
};

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `un de ces mots : ${values.join(', ')}` });

export const yesOrNo = () => z.boolean({ error: 'true ou false' });

export const wholeNumber = (from: number, to: number, example: number) => {
  const error = `un nombre entier de ${from} à ${to}, par exemple ${example}`;
  return z.int({ error }).min(from, { error }).max(to, { error });
};

/** Settings of one subject; keys that it does not know are refused. */
export const section = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, { error: 'une section : des clés en retrait sous son nom' });

const USER_ID = 'un identifiant Matrix entre guillemets, par exemple "@robot:agent.dinum.tchap.gouv.fr"';
const ROOM_ID = 'un identifiant de salon entre guillemets, par exemple "!abcdef:agent.dinum.tchap.gouv.fr"';
const SERVER_NAME = 'un nom de serveur sans https, par exemple agent.dinum.tchap.gouv.fr';
const HOMESERVER_URL =
  'une adresse https sans chemin ni mot de passe, par exemple https://matrix.agent.dinum.tchap.gouv.fr';

const isBaseUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const bare = pathname === '/' && [search, hash, username, password].every((part) => part === '');
  return bare && (protocol === 'https:' || (protocol === 'http:' && local));
};

const PROXY_URL = 'l’adresse http d’un proxy, par exemple http://proxy.ministere.example:3128';

const isProxyUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && ['', '/'].includes(pathname) && search + hash === '';
};

const SITE_URL =
  'une adresse https, avec ou sans chemin, par exemple https://cloud.ministere.example/doctrine';

const isSiteUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return protocol === 'https:' && search + hash + username + password === '';
};
