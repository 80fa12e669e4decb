import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { readQuestionSet } from '../../test/eval/question-set.ts';
import { type Ask, PEERS } from '../peers/engines.ts';
import { buildOurs, passagesFor } from '../peers/ours.ts';
import { askAll, qualityOf, thresholdOf } from '../peers/quality.ts';

// node --expose-gc bench/child/peer.ts NAME bare|questions [MOST]: builds one engine, and writes on the third channel what it took,
// what it holds and how well it finds: threshold set on dev, figures of held-out. `ours` is our own answer.
const [name = '', kind = 'bare', most = '1000'] = process.argv.slice(2);
const set = (file: string) =>
  readQuestionSet(join(import.meta.dirname, `../../test/eval/sets/${file}.jsonl`)).slice(0, Number(most));
const [dev, heldOut] = [set('dev'), set('held-out')];
const corpus = loadCorpus();

/** Megabytes that are in use, what was dropped being given back. */
const held = (): number => {
  for (let turn = 0; turn < 4; turn++) global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

/** What all are given is loaded before, and stays. */
const passages = passagesFor(kind === 'questions');
const knowledge = loadKnowledge();

const build = async (): Promise<Ask> => {
  const peer = PEERS.find((one) => one.name === name);
  if (peer !== undefined) return peer.build(passages);
  const { answer } = buildOurs(corpus, knowledge);
  return (question) => {
    const { kind: given, citations } = answer(question, { today: '2026-01-01' });
    const [first] = citations;
    return given !== 'passages' || first === undefined ? null : { id: first.passageId, score: null };
  };
};

const before = held();
const start = process.cpuUsage();
const ask = await build();
const { user, system } = process.cpuUsage(start);
const memory = held() - before;
const found = [];
for (const items of [dev, heldOut])
  found.push(
    await askAll(
      ask,
      items.map(({ question }) => question),
    ),
  );
const [onDev = [], onHeldOut = []] = found;
const quality = qualityOf(corpus, heldOut, onHeldOut, thresholdOf(dev, onDev));
writeSync(
  3,
  JSON.stringify({ build: (user + system) / 1000, memory, passages: passages.length, ...quality }),
);
