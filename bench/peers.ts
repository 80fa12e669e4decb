import { join } from 'node:path';
import { PEERS } from './peers/engines.ts';
import { installPeers, versionOf } from './peers/installed.ts';
import type { PeerRow } from './peers/row.ts';
import { keepResult } from './support/results.ts';
import { thirdChannelOf } from './support/third-channel.ts';

// node bench/peers.ts: other search engines on our passages and questions, bare and with our sample questions, beside our whole
// answer. Each is built in its own process; all are then asked in turns in one.
const here = join(import.meta.dirname, '..');
/** Takes seconds a question. */
const MOST_FOR_SLOW = '30';

type Times = Readonly<Record<string, Pick<PeerRow, 'p50' | 'p99'>>>;
type Alone = Omit<PeerRow, 'name' | 'version' | 'kind' | 'p50' | 'p99'>;

installPeers();
const times = thirdChannelOf<Times>(here, ['bench/child/peer-times.ts']);
const row = (name: string, version: string | null, kind: PeerRow['kind']): PeerRow => {
  const most = name === 'fuse.js' ? [MOST_FOR_SLOW] : [];
  const alone = thirdChannelOf<Alone>(here, ['--expose-gc', 'bench/child/peer.ts', name, kind, ...most]);
  const asked = times[kind === 'ours' ? 'ours' : `${name} ${kind}`] ?? { p50: Number.NaN, p99: Number.NaN };
  return { name, version, kind, ...alone, ...asked };
};
const rows = [
  ...(['bare', 'questions'] as const).flatMap((kind) =>
    PEERS.map((peer) => row(peer.name, peer.package === null ? null : versionOf(peer.package), kind)),
  ),
  row('ours', null, 'ours'),
];
keepResult('peers', rows);
console.log(
  'engine                 kind        build ms   p50 ms   p99 ms   MB     hit@1   refused rightly, wrongly',
);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(7);
for (const one of rows)
  console.log(
    one.name.padEnd(22),
    one.kind.padEnd(10),
    one.build.toFixed(0).padStart(8),
    one.p50.toFixed(2).padStart(9),
    one.p99.toFixed(2).padStart(8),
    one.memory.toFixed(1).padStart(6),
    percent(one.hit1),
    percent(one.rightlyRefused).padStart(10),
    percent(one.wronglyRefused),
  );
