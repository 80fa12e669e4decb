import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../bot/config/parse.ts';
import { remarksOn } from '../../../bot/config/remarks.ts';

const remarks = (yaml: string, renewedOn = 'null', url = 'https://matrix.b.fr'): readonly string[] => {
  const account = `url: "${url}", userId: "@a:b.fr", renewedOn: ${renewedOn}`;
  const parsed = parseConfig(`homeserver: {${account}}\n${yaml}`);
  return parsed.ok ? remarksOn(parsed.config) : ['refused'];
};

describe('what is allowed and probably not meant', () => {
  it('nobody may invite the bot, nobody is alerted, nobody is told that the account ends', () => {
    expect(remarks('')).toEqual([
      expect.stringContaining('invitations.homeservers'),
      expect.stringContaining('administration.room'),
      expect.stringContaining('homeserver.renewedOn'),
    ]);
  });

  it.each([
    'homeservers: [b.fr]',
    'users: ["@c:b.fr"]',
  ])('nothing once %s and an alert room are there', (who) => {
    expect(remarks(`invitations: {${who}}\nadministration: {room: "!r:b.fr"}\n`, '"2026-03-15"')).toEqual([]);
  });
});

describe('an account of one server at the address of another', () => {
  const about = (url: string) =>
    remarks('', 'null', url).filter((remark) => remark.includes('homeserver.userId'));

  it('is worth a look, with what fits on Tchap', () => {
    expect(about('https://matrix.agent.x.fr')).toEqual([
      expect.stringMatching(/compte de b\.fr.*matrix\.agent\.x\.fr/),
    ]);
    expect(about('https://ab.fr')).toHaveLength(1);
  });

  it.each(['https://b.fr', 'https://matrix.b.fr', 'http://localhost:8008'])('is not seen at %s', (url) => {
    expect(about(url)).toEqual([]);
  });
});
