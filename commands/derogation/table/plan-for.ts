import { hashOf } from '../../../knowledge/register/hash.ts';
import type { Invocation } from '../../command.ts';
import type { RegisterTools } from '../tools.ts';
import { type ImportPlan, planImport } from './read-rows.ts';

/** What a table would write in the register of the room, as both stand now. */
export const planFor = async (
  content: string,
  { conversation, today }: Invocation,
  { store }: RegisterTools,
) => {
  const { roomId, sender } = conversation;
  const { items } = await store.list([roomId], { state: 'toutes' });
  return planImport(content, { me: sender, today, roomId, register: items });
};

/** Short name of a table and, where it changes the register, of what it would change: either may be another at the confirmation. */
export const nameOf = (content: string, { revisions }: ImportPlan): string =>
  hashOf(
    revisions.length === 0
      ? content
      : JSON.stringify([content, revisions.map(({ number, version }) => [number, version])]),
  );
