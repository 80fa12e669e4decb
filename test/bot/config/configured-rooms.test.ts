import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedRooms, withCurrentRooms } from '../../../bot/config/configured-rooms.ts';
import { parseConfig } from '../../../bot/config/parse.ts';

const parsed = parseConfig(`homeserver:
  url: https://matrix.agent.dinum.tchap.gouv.fr
  userId: "@robot:agent.dinum.tchap.gouv.fr"
administration: { room: "!admin:a.fr" }
referents: { room: "!referents:a.fr" }
register:
  views:
    - { room: "!comite:a.fr", rooms: ["!projet:a.fr", "!autre:a.fr"] }
    - { room: "!direction:a.fr", rooms: all }
rights:
  commands:
    derogation: [{ room: "!projet:a.fr" }, { user: "@chef:a.fr" }]
`);
if (!parsed.ok) throw new Error('the configuration of the test is not read');
const { config } = parsed;

describe('the rooms of the configuration', () => {
  it('are all found, with the place where each is written', () => {
    expect(namedRooms(config).map(({ setting, roomId }) => `${setting} ${roomId}`)).toEqual([
      'administration.room !admin:a.fr',
      'referents.room !referents:a.fr',
      'register.views !comite:a.fr',
      'register.views !projet:a.fr',
      'register.views !autre:a.fr',
      'register.views !direction:a.fr',
      'rights.commands.derogation !projet:a.fr',
    ]);
  });

  it('are in no other section than those that are followed', () => {
    const sections = join(import.meta.dirname, '../../../bot/config/sections');
    const naming = readdirSync(sections).filter((file) =>
      /\broom(?:Id|s)?\(\)|registerRooms\(\)/.test(readFileSync(join(sections, file), 'utf8')),
    );
    expect(naming, 'bot/config/configured-rooms.ts has to follow the rooms of a new section').toEqual([
      'people.ts',
      'register.ts',
      'rights.ts',
    ]);
  });

  it('are those of today wherever they are written, and nothing else changes', () => {
    const today = withCurrentRooms(config, (room) => room.replace('!', '!neuf-'));
    expect(namedRooms(today).map(({ roomId }) => roomId)).toEqual(
      namedRooms(config).map(({ roomId }) => roomId.replace('!', '!neuf-')),
    );
    expect(withCurrentRooms(today, (room) => room.replace('!neuf-', '!'))).toEqual(config);
  });
});
