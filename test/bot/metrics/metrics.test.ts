import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../bot/metrics/metrics.ts';
import type { GaugeSources } from '../../../bot/metrics/sources.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { dialogue, passages } from '../../support/answers.ts';
import { idleStatus } from '../../support/commands/operations.ts';

const sources = (change: Partial<GaugeSources> = {}): GaugeSources => ({
  version: '0.1.0',
  status: () => idleStatus,
  corpusVersion: () => '3f2a9c',
  catalogueDate: () => '2026-09-15',
  renewedOn: () => '2026-01-22',
  today: () => '2026-11-22',
  cryptoBytes: () => 4096,
  ready: async () => true,
  now: () => 60_000,
  ...change,
});

/** Value of a sample by its name and labels as Prometheus writes them. */
const read = async (metrics: { text(): Promise<string> }, sample: string): Promise<string | undefined> =>
  (await metrics.text())
    .split('\n')
    .find((line) => line.startsWith(`${sample} `))
    ?.slice(sample.length + 1);

const refusal: Answer = { ...dialogue(''), kind: 'refused', code: 'DROIT', data: { command: 'etat' } };
const timing = { milliseconds: 20, sinceSent: 700 };

describe('what is counted', () => {
  it('answers, refusals, commands, times', async () => {
    const metrics = createMetrics(sources());
    metrics.answered(passages(), timing);
    metrics.answered(refusal, timing);
    metrics.answered(
      { ...dialogue(''), kind: 'not-found', reason: { state: 'near', code: 'faible' } },
      timing,
    );
    for (const [sample, value] of [
      ['tchapbot_answers_total{kind="passages"}', '1'],
      ['tchapbot_answers_total{kind="refused"}', '1'],
      ['tchapbot_refusals_total{reason="DROIT"}', '1'],
      ['tchapbot_refusals_total{reason="near/faible"}', '1'],
      ['tchapbot_commands_total{command="etat"}', '1'],
      ['tchapbot_answer_seconds_count', '3'],
      ['tchapbot_answer_seconds_bucket{le="0.025"}', '3'],
      ['tchapbot_answer_delay_seconds_bucket{le="0.5"}', '0'],
      ['tchapbot_answer_delay_seconds_bucket{le="1"}', '3'],
    ] as const)
      expect([sample, await read(metrics, sample)]).toEqual([sample, value]);
  });

  it('429s, limits, digests', async () => {
    const metrics = createMetrics(sources());
    metrics.homeserverAnswered(429);
    metrics.homeserverAnswered(200);
    metrics.limited('person');
    metrics.digestSent();
    metrics.digestLate();
    for (const sample of [
      'tchapbot_homeserver_throttled_total',
      'tchapbot_homeserver_responses_total{status="200"}',
      'tchapbot_limited_total{by="person"}',
      'tchapbot_digests_sent_total',
      'tchapbot_digests_late_total',
    ])
      expect([sample, await read(metrics, sample)]).toEqual([sample, '1']);
  });

  it('is there from the start, at zero, so that an alert can be written', async () => {
    const metrics = createMetrics(sources());
    expect(await read(metrics, 'tchapbot_digests_late_total')).toBe('0');
    expect(await read(metrics, 'tchapbot_homeserver_throttled_total')).toBe('0');
  });

  it('no word of a user becomes a label', async () => {
    const metrics = createMetrics(sources());
    metrics.answered({ ...dialogue(''), data: { command: 'jean dupont' } }, timing);
    expect(await metrics.text()).not.toContain('dupont');
  });
});

describe('what is read', () => {
  it('comes from the bot at the moment of the scrape', async () => {
    const status = {
      ...idleStatus,
      state: 'running',
      lastSyncAt: 57_000,
      signed: true,
      rooms: 3,
      outgoing: 4,
    } as const;
    const counts = { ...idleStatus.counts, received: 9 };
    const metrics = createMetrics(sources({ status: () => ({ ...status, counts }) }));
    for (const [sample, value] of [
      ['tchapbot_ready', '1'],
      ['tchapbot_sync_age_seconds', '3'],
      ['tchapbot_rooms', '3'],
      ['tchapbot_outbox_depth', '4'],
      ['tchapbot_device_signed', '1'],
      ['tchapbot_crypto_store_bytes', '4096'],
      ['tchapbot_account_age_days', '304'],
      ['tchapbot_account_expired', '0'],
      ['tchapbot_catalogue_age_days', '68'],
      ['tchapbot_state{state="running"}', '1'],
      ['tchapbot_state{state="reconnecting"}', '0'],
      ['tchapbot_transport_total{what="received"}', '9'],
      ['tchapbot_info{version="0.1.0",corpus="3f2a9c"}', '1'],
    ] as const)
      expect([sample, await read(metrics, sample)]).toEqual([sample, value]);
  });

  it('what is not known is no number', async () => {
    const metrics = createMetrics(sources({ renewedOn: () => null }));
    expect(await read(metrics, 'tchapbot_sync_age_seconds')).toBe('Nan');
    expect(await read(metrics, 'tchapbot_account_age_days')).toBe('Nan');
  });
});

it('reading changes nothing', async () => {
  const metrics = createMetrics(
    sources({ status: () => ({ ...idleStatus, counts: { ...idleStatus.counts, sent: 5 } }) }),
  );
  metrics.answered(refusal, timing);
  metrics.homeserverAnswered(429);
  const ours = async () => (await metrics.text()).split('\n').filter((line) => line.startsWith('tchapbot_'));
  const first = await ours();
  expect(first.length).toBeGreaterThan(40);
  expect(await ours()).toEqual(first);
  expect(await metrics.text()).not.toContain('nodejs_eventloop_lag');
  expect(await read(metrics, 'process_start_time_seconds')).toBeDefined();
});
