import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../support/until.ts';
import type { Account, RawEvent } from './account.ts';
import type { Desktop } from './desktop.ts';

/** Size of a phone's screen, in pixels. */
const PHONE = { width: 400, height: 860 };
/** Where nheko 0.11 has its buttons on a screen of that size. */
const AT = { setUp: [248, 821], recoveryKeyRead: [346, 490], write: [200, 840] } as const;
/** First of the reactions under the last message, and how far up it may stand. */
const FIRST_TAP = { x: 75, lowest: 806, highest: 720 };

/** A person's hands on nheko, in one room. */
export interface Nheko {
  /** Goes to a room by its name. */
  open(roomId: string, name: string): Promise<void>;
  /** Writes and sends; gives the reply of somebody, as the homeserver keeps it. */
  say(text: string, answeredBy: string): Promise<RawEvent>;
  /** Clicks on the first reaction under the last message. */
  tapFirst(): Promise<RawEvent>;
  /** Turns back by so many notches of the wheel. */
  back(notches: number): Promise<void>;
  capture(file: string): Promise<void>;
}

/** Starts nheko on a desktop with the session of an account, sets its encryption up, and makes it the size of a phone. */
export const startNheko = async (
  desktop: Desktop,
  account: Account,
  homeserverUrl: string,
): Promise<Nheko> => {
  const folder = join(desktop.home, '.config/nheko');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nheko.conf'), settings(account, homeserverUrl));
  desktop.start('nheko');
  await desktop.resize('nheko', PHONE.width, PHONE.height);
  await until(
    'nheko to set its encryption up',
    async () => {
      await desktop.click(...AT.setUp);
      return account.crossSigned();
    },
    90_000,
    3000,
  );
  await sleep(3000);
  await desktop.click(...AT.recoveryKeyRead);

  let room = '';
  const after = async (known: ReadonlySet<string>): Promise<readonly RawEvent[]> =>
    (await account.timeline(room)).filter(({ event_id }) => !known.has(event_id));
  const idsNow = async (): Promise<ReadonlySet<string>> =>
    new Set((await account.timeline(room)).map(({ event_id }) => event_id));
  return {
    open: async (roomId, name) => {
      room = roomId;
      await desktop.key('ctrl+k');
      await sleep(1000);
      await desktop.paste(name);
      await desktop.key('Return');
      await sleep(2000);
    },
    say: async (text, answeredBy) => {
      const known = await idsNow();
      await desktop.click(...AT.write);
      await desktop.paste(text);
      await desktop.key('Return');
      const asked = await until(`nheko to send « ${text} »`, async () =>
        (await after(known)).find(
          ({ sender, type }) => sender === account.userId && type === 'm.room.encrypted',
        ),
      );
      const answer = await until(`the answer to « ${text} »`, async () =>
        (await after(known)).find(
          ({ sender, content }) =>
            sender === answeredBy && content['m.relates_to']?.['m.in_reply_to']?.event_id === asked.event_id,
        ),
      );
      await sleep(2000);
      return answer;
    },
    tapFirst: async () => {
      const known = await idsNow();
      const tap = async (): Promise<RawEvent | undefined> =>
        (await after(known)).find(({ sender, type }) => sender === account.userId && type === 'm.reaction');
      for (let y = FIRST_TAP.lowest; y >= FIRST_TAP.highest; y -= 8) {
        await desktop.click(FIRST_TAP.x, y);
        await sleep(700);
        const sent = await tap();
        if (sent !== undefined) return sent;
      }
      throw new Error('no reaction could be clicked under the last message');
    },
    back: (notches) => desktop.scroll(PHONE.width / 2, PHONE.height / 2, -notches),
    capture: (file) => desktop.capture(file, PHONE.width, PHONE.height),
  };
};

/** A session needs no login screen when its token stands in the settings; the @ of the account is doubled there. */
const settings = ({ userId, token, deviceId }: Account, homeserverUrl: string): string => `[General]
run_without_secure_secrets_service=true
[auth]
access_token=${token}
device_id=${deviceId}
home_server=${homeserverUrl}
user_id=@${userId}
[user]
theme=light
font_family=Liberation Sans
desktop_notifications=false
`;
