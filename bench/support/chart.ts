import type { PeerRow } from '../peers/row.ts';

const WIDTH = 760;
const HEIGHT = 420;
const LEFT = 60;
const RIGHT = 20;
const TOP = 30;
const BOTTOM = 50;

/** Time of an answer (decades of milliseconds) against answers found first: a point for each engine, as SVG. */
export const chartOf = (rows: readonly PeerRow[]): string => {
  const decades = rows.map(({ p50 }) => Math.log10(p50));
  const [from, to] = [Math.floor(Math.min(...decades)), Math.ceil(Math.max(...decades))];
  const x = (decade: number): number => LEFT + ((decade - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const y = (share: number): number => HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  const upright = Array.from({ length: to - from + 1 }, (_, at) => from + at).map(
    (decade) =>
      `<path d="M${x(decade)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#ddd"/>` +
      `<text x="${x(decade)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${(10 ** decade).toLocaleString('fr-FR')} ms</text>`,
  );
  const across = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<path d="M${LEFT} ${y(share)}H${WIDTH - RIGHT}" stroke="#ddd"/>` +
      `<text x="${LEFT - 8}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`,
  );
  const points = rows.map(({ name, kind, p50, hit1 }) => {
    const [at, up] = [x(Math.log10(p50)), y(hit1)];
    const onLeft = at > WIDTH - 200;
    const label = kind === 'ours' ? 'ce robot' : name.replace(' (node:sqlite)', '');
    return (
      `<circle cx="${at.toFixed(1)}" cy="${up.toFixed(1)}" r="5" fill="${COLOURS[kind]}"/>` +
      `<text x="${(at + (onLeft ? -9 : 9)).toFixed(1)}" y="${(up + 4).toFixed(1)}"${onLeft ? ' text-anchor="end"' : ''}>${label}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    '<title>Temps d’une réponse et part des bonnes réponses au premier rang, par moteur</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...upright,
    ...across,
    ...points,
    `<text x="${LEFT}" y="${TOP - 12}">Au premier rang (questions jamais lues) selon le temps médian ; gris : textes seuls, bleu : avec nos questions</text>`,
    '</svg>',
    '',
  ].join('\n');
};

const COLOURS: Readonly<Record<PeerRow['kind'], string>> = {
  bare: '#888888',
  questions: '#1f6fb2',
  ours: '#c9191e',
};
