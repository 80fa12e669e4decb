import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../bot/config/parse.ts';
import { remarksOn } from '../../../bot/config/remarks.ts';

const remarks = (yaml: string, renewedOn = 'null'): readonly string[] => {
  const account = `url: "https://a.fr", userId: "@a:b.fr", renewedOn: ${renewedOn}`;
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
