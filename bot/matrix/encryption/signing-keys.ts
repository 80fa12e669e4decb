import { z } from 'zod';
import type { Homeserver } from './homeserver.ts';

interface Account {
  readonly homeserver: Homeserver;
  readonly userId: string;
  readonly password: string | null;
}

const endpoint = '/_matrix/client/v3/keys/device_signing/upload';
const challengeSchema = z.object({
  session: z.string(),
  flows: z.array(z.object({ stages: z.array(z.string()) })),
});

/**
 * Publishes the cross-signing keys, proving who we are when the homeserver asks for the password. The first upload
 * usually needs none. Returns why it was refused, or null when it is done.
 */
export const uploadSigningKeys = async (
  { homeserver, userId, password }: Account,
  keys: object,
): Promise<'password-needed' | 'password-wrong' | null> => {
  const post = (body: object) => homeserver.doRequest('POST', endpoint, null, body);
  try {
    await post(keys);
    return null;
  } catch (error) {
    const challenge = challengeOf(error);
    if (challenge === null) throw error;
    if (password === null || !acceptsPassword(challenge)) return 'password-needed';
    const identifier = { type: 'm.id.user', user: userId };
    const auth = { type: 'm.login.password', identifier, password, session: challenge.session };
    return post({ ...keys, auth }).then(
      () => null,
      (second: unknown) => {
        if (challengeOf(second) !== null) return 'password-wrong';
        throw second;
      },
    );
  }
};

type Challenge = z.infer<typeof challengeSchema>;

/** A 401 whose body says how to prove who we are. */
const challengeOf = (error: unknown): Challenge | null => {
  if (!(error instanceof Error) || !('body' in error)) return null;
  return challengeSchema.safeParse(error.body).data ?? null;
};

const acceptsPassword = ({ flows }: Challenge): boolean =>
  flows.some(({ stages }) => stages.length === 1 && stages[0] === 'm.login.password');
