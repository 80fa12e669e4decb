import { notMatrix } from 'request';
import { MatrixError } from './sdk.ts';

/**
 * Why a homeserver was not reached, and what to look at, as a French sentence without the address of anything but the
 * homeserver.
 */
export const unreachable = (url: string, error: unknown): string =>
  `Le serveur « ${url} » n’a pas pu être joint : ${error instanceof MatrixError ? answered(error) : reasonOf(error, url)}`;

/** The homeserver is in trouble, or something on the way answered a page in its place. */
const answered = ({ errcode, statusCode }: MatrixError): string => {
  if (errcode !== notMatrix)
    return `il répond par une erreur (${errcode}, ${statusCode}). Réessayez plus tard.`;
  const page = `une page a répondu à sa place (${statusCode})`;
  if (statusCode === 407) return `${page} : ${PROXY_LOGIN}`;
  if (statusCode === 401 || statusCode === 403)
    return `${page} : un proxy ou un filtre de votre réseau refuse cette adresse. Demandez qu’elle soit ouverte, puis relancez.`;
  return `${page}. Il est peut-être arrêté ; sinon vérifiez « homeserver.url », le réseau et le proxy (« homeserver.proxy » ou HTTPS_PROXY).`;
};

/** From the code of Node, or the status of a proxy, at the end of the message of an `HttpFailure`: nothing else is shown. */
const reasonOf = (error: unknown, url: string): string => {
  const code = error instanceof Error ? (/: ([A-Z][A-Z0-9_]+)$/.exec(error.message)?.[1] ?? '') : '';
  const [, status] = /^PROXY_(\d{3})$/.exec(code) ?? [];
  if (status !== undefined) return refusedTunnel(status, url);
  if (/CERT|SIGNATURE|ISSUER/.test(code))
    return `son certificat n’est pas reconnu (${code}). Si votre réseau a sa propre autorité, donnez-la par « homeserver.caFile ».`;
  if (code === 'ENOTFOUND')
    return 'son nom est inconnu (ENOTFOUND). Vérifiez « homeserver.url », ou donnez le proxy de votre réseau par « homeserver.proxy » ou HTTPS_PROXY.';
  return `${code === '' ? 'il ne répond pas' : `la connexion a échoué (${code})`}. Vérifiez « homeserver.url », le réseau et le proxy (« homeserver.proxy » ou HTTPS_PROXY).`;
};

/** What a proxy says of the tunnel that it is asked for (CONNECT). */
const refusedTunnel = (status: string, url: string): string => {
  const { hostname, port } = new URL(url);
  const host = `${hostname}:${port === '' ? 443 : port}`;
  if (status === '407') return `le proxy n’a pas accepté la demande (407) : ${PROXY_LOGIN}`;
  if (status.startsWith('4'))
    return `le proxy refuse de mener à ${host} (${status}). Demandez à ceux qui le tiennent d’ouvrir cette adresse, ou ajoutez ${hostname} à NO_PROXY s’il se joint sans proxy.`;
  return `le proxy n’a pas pu joindre ${host} (${status}). Vérifiez « homeserver.url » ; sinon, le proxy ou le serveur est en panne.`;
};

const PROXY_LOGIN =
  'le proxy demande un nom et un mot de passe. Donnez-les dans son adresse, par HTTPS_PROXY ou « homeserver.proxy » : http://nom:motdepasse@proxy.ministere.example:3128';
