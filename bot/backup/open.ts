import { join } from 'node:path';
import type { BackupOutcome } from '../../commands/operations/operations.ts';
import type { Notify } from '../administration/notify.ts';
import { notices } from '../administration/wording.ts';
import type { Config } from '../config/schema.ts';
import type { TchapTransport } from '../matrix/transport.ts';
import { onBackupSignal } from '../process/backup-signal.ts';
import { type BackupOptions, createBackup } from './backup.ts';

export interface OpenBackupOptions extends Pick<BackupOptions, 'database' | 'clock' | 'log'> {
  readonly config: Pick<Config, 'data'>;
  readonly transport: Pick<TchapTransport, 'copyKeys' | 'outdateCopies'>;
  readonly notify: Notify;
}

export interface OpenBackup {
  readonly make: () => Promise<BackupOutcome>;
  /** No signal is listened to any more. */
  close(): void;
}

/** Backups by command and by signal. A timer reads no answer: the administration room is told of what fails. */
export const openBackup = ({
  config: { data },
  transport,
  notify,
  ...others
}: OpenBackupOptions): OpenBackup => {
  const make = createBackup({
    ...others,
    dataFolder: data.folder,
    folder: data.backupFolder ?? join(data.folder, 'sauvegardes'),
    kept: data.backupsKept,
    copyKeys: (file) => transport.copyKeys(file),
    outdate: () => transport.outdateCopies(),
  });
  const forTimer = async (): Promise<void> => {
    const outcome = await make();
    if (outcome.kind === 'failed') await notify(notices.backupFailed(outcome.message));
  };
  return { make, close: onBackupSignal(() => void forTimer()) };
};
