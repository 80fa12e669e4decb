import type { Config } from './schema.ts';

/** A room that the configuration names, and where. */
export interface NamedRoom {
  /** `administration.room`, `referents.room`, `register.views`, `rights.commands.derogation`. */
  readonly setting: string;
  readonly roomId: string;
}

type WithRooms = Pick<Config, 'administration' | 'referents' | 'register' | 'rights'>;

/** The same configuration, where each room is the one that stands today in its place. */
export const withCurrentRooms = <C extends WithRooms>(config: C, current: (roomId: string) => string): C => ({
  ...config,
  administration: {
    ...config.administration,
    room: config.administration.room === null ? null : current(config.administration.room),
  },
  referents: {
    ...config.referents,
    room: config.referents.room === null ? null : current(config.referents.room),
  },
  register: {
    ...config.register,
    views: config.register.views.map(({ room, rooms }) => ({
      room: current(room),
      rooms: rooms === 'all' ? rooms : rooms.map(current),
    })),
  },
  rights: {
    ...config.rights,
    commands: Object.fromEntries(
      Object.entries(config.rights.commands).map(([name, rules]) => [
        name,
        rules.map((rule) => (rule.room === undefined ? rule : { ...rule, room: current(rule.room) })),
      ]),
    ),
  },
});

/** Every room that the configuration names. */
export const namedRooms = ({
  administration,
  referents,
  register,
  rights,
}: WithRooms): readonly NamedRoom[] => [
  ...(administration.room === null ? [] : [{ setting: 'administration.room', roomId: administration.room }]),
  ...(referents.room === null ? [] : [{ setting: 'referents.room', roomId: referents.room }]),
  ...register.views
    .flatMap(({ room, rooms }) => [room, ...(rooms === 'all' ? [] : rooms)])
    .map((roomId) => ({ setting: 'register.views', roomId })),
  ...Object.entries(rights.commands).flatMap(([name, rules]) =>
    rules.flatMap(({ room }) =>
      room === undefined ? [] : [{ setting: `rights.commands.${name}`, roomId: room }],
    ),
  ),
];
