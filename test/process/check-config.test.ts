import { describe, expect, it } from 'vitest';
import {
  answering,
  type Case,
  check,
  file,
  homeserver,
  mine,
  page,
  TOKEN,
  whoAmI,
  withHomeserver,
} from './checking.ts';

withHomeserver();

describe('a right configuration', () => {
  it('with a token: the homeserver knows it', async () => {
    expect(await check({})).toBe('');
    expect(homeserver.requests).toEqual(['GET /_matrix/client/v3/account/whoami']);
  });

  it('with a password: the homeserver takes passwords, this one is not tried and makes no device', async () => {
    answering(/GET .*login/, 200, { flows: [{ type: 'm.login.password' }] })();
    expect(await check({ env: { TCHAP_PASSWORD: 'canari' } })).toContain('n’a pas été essayé');
    expect(homeserver.requests).toContain('GET /_matrix/client/v3/login');
    expect(homeserver.logins).toBe(0);
  });

  it('may be checked without the homeserver', async () => {
    expect(await check({ offline: true })).toContain('--offline');
    expect(homeserver.requests).toEqual([]);
  });
});

describe('a broken configuration has a message that says what to do', () => {
  const cases: [string, Case | (() => Case), RegExp, (() => void)?][] = [
    [
      'an unknown key',
      { yaml: 'paceing: {}\n' },
      /^78 .*ligne 2, paceing : clé inconnue\.[\s\S]*proposition : pacing/s,
    ],
    [
      'a wrong value',
      { yaml: 'limits: {perPersonPerMinute: 0}\n' },
      /^78 .*limits\.perPersonPerMinute : valeur refusée\.[\s\S]*de 1 à 10000/s,
    ],
    ['no secret', { env: {} }, /^78 Ni jeton ni mot de passe/],
    [
      'a rule for no command',
      { yaml: 'rights: {commands: {derogations: [{homeserver: a.fr}]}}\n' },
      /^78 rights\.commands : aucune commande ne s’appelle derogations\. Commandes : .*derogation/,
    ],
    [
      'a rule on a domain without its server',
      { yaml: 'rights: {commands: {seuil: [{domain: beta.gouv.fr}]}}\n' },
      /^78 .*rights\.commands\.seuil\.0 : valeur refusée\.\n {2}attendu : domain avec homeserver/s,
    ],
    [
      'a rule with an unknown condition',
      { yaml: 'rights: {commands: {seuil: [{homeservr: a.fr}]}}\n' },
      /^78 .*clé inconnue\.[\s\S]*proposition : homeserver/s,
    ],
    [
      'health open to all',
      { yaml: 'http: {host: "0.0.0.0"}\n' },
      /^78 http\.host \(0\.0\.0\.0\).*il y faut un jeton.*TCHAP_HTTP_TOKEN/,
    ],
    ['a short token', { env: { ...TOKEN, TCHAP_HTTP_TOKEN: 'canari' } }, /^78 .*au moins 16 caractères/],
    [
      'an authority that is not there',
      () => ({ account: mine('caFile: ./absent.pem')() }),
      /^78 .*homeserver\.caFile .* ne peut pas être lu/,
    ],
    [
      'an authority that is none',
      () => ({
        account: mine(
          `caFile: ${file('ca.pem', '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----')}`,
        )(),
      }),
      /^78 .*pas de certificat au format PEM.*openssl x509/,
    ],
    [
      'a picture that is none',
      () => ({ account: mine(`avatarFile: ${file('robot.png', '<svg/>')}`)() }),
      /^78 .*homeserver\.avatarFile .* ni du PNG ni du JPEG\. Attendu : une image PNG ou JPEG/,
    ],
    [
      'a proxy without its address',
      () => ({ account: mine('proxy: proxy.ministere.example')() }),
      /^78 .*homeserver\.proxy : valeur refusée\.[\s\S]*http:\/\/proxy\.ministere\.example:3128/s,
    ],
    [
      'a proxy that is away',
      () => ({ account: mine('proxy: "http://127.0.0.1:9"')() }),
      /^78 .*n’a pas pu être joint : la connexion a échoué \(ECONNREFUSED\)/,
    ],
    ['a data folder that cannot be written', { yaml: 'data: {folder: /proc/data}\n' }, /^74 .*data\.folder/],
    [
      'a catalogue that is none',
      () => ({ yaml: `knowledge: {offersFile: ${file('o.yaml', 'date: hier\n')}}\n` }),
      /^65 .*date : lu "hier"/s,
    ],
    [
      'nobody at the address',
      { account: 'url: "http://127.0.0.1:9", userId: "@a:b.fr"' },
      /^78 .*http:\/\/127\.0\.0\.1:9.*ECONNREFUSED/,
    ],
    [
      'a name that nobody knows',
      { account: 'url: "https://matrix.invalid", userId: "@a:b.fr"', env: { ...TOKEN } },
      /^78 .*matrix\.invalid.*n’a pas pu être joint/,
    ],
    [
      'a site that is no homeserver',
      {},
      /^78 Aucun serveur Matrix ne répond/,
      whoAmI(200, '<p>Bienvenue</p>'),
    ],
    ['a site without that page', {}, /^78 Aucun serveur Matrix ne répond/, answering(/./, 404, '<p>', true)],
    [
      'a revoked token',
      {},
      /^81 .*jeton d’accès .* n’est plus valable \(M_UNKNOWN_TOKEN\)/,
      whoAmI(401, { errcode: 'M_UNKNOWN_TOKEN' }),
    ],
    [
      'an expired account',
      {},
      /^82 .*a expiré.*courriel/,
      whoAmI(403, { errcode: 'ORG_MATRIX_EXPIRED_ACCOUNT' }),
    ],
    ['a deactivated account', {}, /^83 .*désactivé/, whoAmI(403, { errcode: 'M_USER_DEACTIVATED' })],
    [
      'a token of another account',
      {},
      /^78 .*appartient à @autre:b\.fr, et la configuration demande @bot/,
      whoAmI(200, { user_id: '@autre:b.fr', device_id: 'X' }),
    ],
    [
      'a token without a device',
      () => ({ account: `url: "${homeserver.url}", userId: "${homeserver.user}"` }),
      /^78 .*aucun appareil/,
      () => whoAmI(200, { user_id: homeserver.user })(),
    ],
    [
      'a password for an account of another server',
      { env: { TCHAP_PASSWORD: 'canari' } },
      /^78 « homeserver\.userId » : lu @bot:agent\.test\.tchap\.gouv\.fr, un compte du serveur agent\.test\.tchap\.gouv\.fr ; .* s’appelle autre\.fr\. .*"@bot:autre\.fr"/,
      answering(/key\/v2\/server/, 200, { server_name: 'autre.fr' }),
    ],
    [
      'a variable that is no proxy',
      { env: { ...TOKEN, HTTPS_PROXY: 'socks5://canari@proxy:1080' } },
      /^78 HTTPS_PROXY : ce n’est pas l’adresse d’un proxy HTTP\..*http:\/\/proxy/,
    ],
    ['a gateway that answers alone', {}, /^78 .*une page a répondu à sa place \(502\)/, page(502)],
    ['a portal that wants a login', {}, /^78 .*\(407\) : le proxy demande un nom/, page(407)],
    ['a filter', {}, /^78 .*\(403\) : un proxy ou un filtre/, page(403)],
    [
      'a homeserver in trouble',
      {},
      /^78 .*il répond par une erreur \(M_UNKNOWN, 500\)/,
      whoAmI(500, { errcode: 'M_UNKNOWN' }),
    ],
    [
      'a password where only tokens are taken',
      { env: { TCHAP_PASSWORD: 'canari' } },
      /^78 .*n’accepte pas de mot de passe.*homeserver\.tokenFile/,
      answering(/GET .*login/, 200, { flows: [{ type: 'm.login.sso' }] }),
    ],
  ];

  it.each(cases)('%s', async (_, given, message, prepare) => {
    prepare?.();
    expect(await check(typeof given === 'function' ? given() : given)).toMatch(message);
  });

  it('a card withdrawn that does not exist is named', async () => {
    expect(await check({ yaml: 'knowledge: {withdrawn: [derogation-r9-duree, inconnue]}\n' })).toMatch(
      /^78 .*knowledge\.withdrawn : aucune fiche ne s’appelle inconnue\./,
    );
  });

  it('several things wrong are said at once', async () => {
    const said = await check({ env: {}, yaml: 'http: {host: "10.0.0.1"}\ndata: {folder: /proc/data}\n' });
    expect(said).toMatch(/^78 Ni jeton[\s\S]*http\.host[\s\S]*data\.folder/);
  });
});
