import { Counter, Gauge, type Registry } from 'prom-client';
import type { LinkState } from '../../commands/operations/operations.ts';
import { daysBetween } from '../administration/account.ts';
import type { GaugeSources } from './sources.ts';

const STATES: Record<LinkState, null> = {
  starting: null,
  running: null,
  reconnecting: null,
  'storage-failing': null,
  'account-expired': null,
  'account-refused': null,
  stopped: null,
};

/** Declares the metrics that are read from the bot at each scrape. A value that is not known is NaN. */
export const declareGauges = (registry: Registry, sources: GaugeSources): void => {
  const gauge = (name: string, help: string, read: () => number | Promise<number>): void => {
    new Gauge({
      name: `tchapbot_${name}`,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  };
  const { status, today } = sources;
  gauge('ready', '1 when the bot can do its work, as /readyz says', async () =>
    Number(await sources.ready()),
  );
  gauge('sync_age_seconds', 'Time since the last synchronisation', () => {
    const { lastSyncAt } = status();
    return lastSyncAt === null ? Number.NaN : (sources.now() - lastSyncAt) / 1000;
  });
  gauge('sync_deaf', '1 when the synchronisation answers and brings nothing', () =>
    Number(status().deaf ?? false),
  );
  gauge('rooms', 'Rooms that the bot is in', () => status().rooms);
  gauge('inbox_waiting', 'Messages that wait for an answer', () => status().waiting);
  gauge('undecryptable_waiting', 'Messages that wait for a key', () => status().undecryptable);
  gauge('outbox_depth', 'Messages that wait to be sent', () => status().outgoing);
  gauge('device_signed', '1 when the device is signed by its owner', () => {
    const { signed } = status();
    return signed === null ? Number.NaN : Number(signed);
  });
  gauge('crypto_store_bytes', 'Size of the files that hold the keys', sources.cryptoBytes);
  gauge('account_age_days', 'Days since the account was created or renewed; it lives 13 months', () =>
    age(sources.renewedOn(), today()),
  );
  gauge('account_expired', '1 when the homeserver says that the account has expired', () =>
    Number(status().state === 'account-expired'),
  );
  gauge('catalogue_age_days', 'Days since the date of the catalogue', () =>
    age(sources.catalogueDate(), today()),
  );
  declareStates(registry, sources);
};

const age = (since: string | null, today: string): number =>
  since === null ? Number.NaN : daysBetween(since, today);

const declareStates = (registry: Registry, { status, version, corpusVersion }: GaugeSources): void => {
  new Gauge({
    name: 'tchapbot_info',
    help: 'Versions of the program and of its texts',
    labelNames: ['version', 'corpus'],
    registers: [registry],
    collect() {
      this.reset();
      this.set({ version, corpus: corpusVersion() }, 1);
    },
  });
  new Gauge({
    name: 'tchapbot_state',
    help: '1 for the present state of the link with the homeserver',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { state } = status();
      for (const known of Object.keys(STATES)) this.set({ state: known }, Number(known === state));
    },
  });
  new Counter({
    name: 'tchapbot_transport_total',
    help: 'What the transport did since the start',
    labelNames: ['what'],
    registers: [registry],
    collect() {
      // The transport counts; these are its figures, which never go back.
      this.reset();
      for (const [what, count] of Object.entries(status().counts)) this.inc({ what }, count);
    },
  });
};
