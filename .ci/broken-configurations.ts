/** Ways to spoil a good configuration, and what the bot must say of each. */
export const brokenConfigurations: readonly {
  readonly title: string;
  /** @param good text of a good configuration */
  readonly from: (good: string) => string;
  readonly expected: RegExp;
}[] = [
  {
    title: 'no homeserver',
    from: (good) => good.replace(/^homeserver.*$/m, ''),
    expected: /homeserver : valeur absente/,
  },
  {
    title: 'unknown section',
    from: (good) => `${good}homeservers: []\n`,
    expected: /homeservers : clé inconnue[\s\S]*proposition : homeserver/,
  },
  {
    title: 'not YAML',
    from: (good) => `${good}  \t- [\n`,
    expected: /YAML/,
  },
  {
    title: 'a key twice',
    from: (good) => `${good}http: { port: null }\n`,
    expected: /écrite deux fois/,
  },
  {
    title: 'clear HTTP to another machine',
    from: (good) => good.replace(/url: "[^"]*"/, 'url: "http://matrix.example.fr"'),
    expected: /homeserver\.url : valeur refusée[\s\S]*https/,
  },
  {
    title: 'a secret in the file',
    from: (good) => good.replace('passwordFile: ./mot-de-passe', 'password: hunter2'),
    expected: /homeserver\.password : clé inconnue[\s\S]*passwordFile/,
  },
  {
    title: 'no secret at all',
    from: (good) => good.replace(', passwordFile: ./mot-de-passe', ''),
    expected: /Ni jeton ni mot de passe/,
  },
  {
    title: 'a secret file that is not there',
    from: (good) => good.replace('./mot-de-passe', './absent'),
    expected: /homeserver\.passwordFile ne peut pas être lu/,
  },
  {
    title: 'metrics open to the network without a token',
    from: (good) => good.replace('http: {', 'http: { host: "0.0.0.0",'),
    expected: /http\.host \(0\.0\.0\.0\)[\s\S]*jeton/,
  },
  {
    title: 'an identifier that is an address',
    from: (good) => good.replace(/userId: "[^"]*"/, 'userId: robot@beta.gouv.fr'),
    expected: /homeserver\.userId : valeur refusée/,
  },
];
