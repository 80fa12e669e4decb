import { describe, expect, it } from 'vitest';
import { readCall, type Self } from '../../../../bot/matrix/events/addressing.ts';

const me = '@nuage:agent.test.tchap.gouv.fr';
const paul = '@paul.martin-beta.gouv.fr:agent.dinum.tchap.gouv.fr';
const robot: Self = { userId: me, displayName: 'Robot Nuage [DINUM]' };
const doctrine: Self = { userId: me, displayName: 'Cloud au centre' };

const encoded = (id: string): string => `https://matrix.to/#/${encodeURIComponent(id)}`;
const link = (id: string): string => `https://matrix.to/#/${id}`;
const pill = (href: string, label: string): string => `<a href="${href}">${label}</a>`;

interface Sent {
  readonly body: string;
  readonly html?: string;
  /** Those of `m.mentions`; absent = the client sends none. */
  readonly mentions?: readonly string[];
  readonly repliesToOther?: boolean;
}

const read = ({ body, html, mentions, repliesToOther = false }: Sent, self = robot): string | null => {
  const call = readCall({ body, html: html ?? null, mentions: mentions ?? null, repliesToOther }, self);
  return call.mentioned ? call.text : null;
};

describe('a bot called in the way of each client', () => {
  it.each<[string, Sent, string]>([
    ['Element X on Android', { body: `[${me}](${link(me)}) que dit R6 ?`, mentions: [me] }, 'que dit R6 ?'],
    ['the same, encoded', { body: `[${me}](${encoded(me)}): !seuil 4M`, mentions: [me] }, '!seuil 4M'],
    [
      'Element X on iOS, a name with brackets',
      { body: `[Robot Nuage [DINUM]](<${link(me)}>) !regle R6`, mentions: [me] },
      '!regle R6',
    ],
    [
      'the same, with brackets escaped',
      { body: `[Robot Nuage \\[DINUM\\]](<${encoded(me)}>), !aide`, mentions: [me] },
      '!aide',
    ],
    [
      'Element X in the middle',
      { body: `Bonjour [${me}](${link(me)}), que dit R6 ?`, mentions: [me] },
      'Bonjour que dit R6 ?',
    ],
    [
      'nheko, whose link is encoded and who lists nobody',
      {
        body: 'Robot Nuage [DINUM] que dit R6 ?',
        html: `${pill(encoded(me), 'Robot Nuage [DINUM]')} que dit R6 ?`,
      },
      'que dit R6 ?',
    ],
    [
      'a pill that bears an older name',
      { body: 'Ancien Nom: que dit R6 ?', html: `${pill(link(me), 'Ancien Nom')}: que dit R6 ?` },
      'que dit R6 ?',
    ],
    [
      'a link with entities and a server to go by',
      { body: 'Nuage R6', html: pill(`${link(me)}?via=a&amp;via=b`.replace('@', '&#64;'), 'Nuage') },
      'R6',
    ],
    [
      'a link of the matrix: scheme',
      { body: 'Nuage R6', html: pill(`matrix:u/${me.slice(1)}`, 'Nuage') },
      'R6',
    ],
    [
      'an at sign typed by hand, in the middle of a sentence',
      {
        body: 'Bonjour à tous, je voudrais demander à @Robot Nuage si une région est tenue par R6',
        mentions: [],
      },
      'Bonjour à tous, je voudrais demander si une région est tenue par R6',
    ],
    ['a name at the end', { body: 'Que dit R6, @nuage ?' }, 'Que dit R6, ?'],
  ])('%s', (_, sent, text) => {
    expect(read(sent)).toBe(text);
  });
});

describe('a bot that is not called', () => {
  it.each<[string, Sent, Self?]>([
    ['a pill of somebody else', { body: 'Paul: R6 ?', html: `${pill(link(paul), 'Paul')}: R6 ?` }],
    ['an address that holds its name', { body: 'voir https://exemple.fr/nuage R6' }],
    ['a Markdown link under its name', { body: '[nuage](https://exemple.fr/) publie sa feuille de route' }],
    [
      'a link to a message of a room',
      { body: 'ici', html: pill(`https://matrix.to/#/!salon:x/$m?via=${me}`, 'ici') },
    ],
    ['a quotation in Markdown', { body: '> @Robot Nuage que dit R6 ?\nJe me pose la même question' }],
    [
      'a quotation in HTML',
      { body: 'Tout à fait', html: `<blockquote>${pill(link(me), 'Robot')} R6</blockquote>Tout à fait` },
    ],
    [
      'a reply to somebody who called it, whose mentions the client repeats',
      { body: 'Merci Paul', mentions: [paul, me], repliesToOther: true },
    ],
    ['a sentence that begins with the doctrine', { body: 'Cloud au centre : réunion jeudi' }, doctrine],
    [
      'the doctrine, by a client that lists who is meant',
      { body: 'Cloud au centre, R9', mentions: [] },
      doctrine,
    ],
    ['the doctrine in a sentence', { body: 'la doctrine cloud au centre a changé' }, doctrine],
  ])('%s', (_, sent, self) => {
    expect(read(sent, self)).toBeNull();
  });
});

describe('a bot that bears the name of the doctrine', () => {
  it.each<[string, Sent, string]>([
    ['an at sign', { body: '@Cloud au centre R6 ?' }, 'R6 ?'],
    ['a mention', { body: 'Cloud au centre: R6 ?', mentions: [me] }, 'R6 ?'],
    ['a command after its name', { body: 'Cloud au centre : !seuil 2M' }, '!seuil 2M'],
    [
      'a mention beside the doctrine',
      { body: `[${me}](${link(me)}) que dit la doctrine Cloud au centre ?`, mentions: [me] },
      'que dit la doctrine Cloud au centre ?',
    ],
  ])('is called by %s', (_, sent, text) => {
    expect(read(sent, doctrine)).toBe(text);
  });
});

describe('other people, where a person is expected', () => {
  const said = (sent: Sent): string =>
    readCall({ body: sent.body, html: sent.html ?? null, mentions: sent.mentions ?? null }, robot).text;

  it.each<[string, Sent, string]>([
    [
      'a pill',
      {
        body: '!derogation modifier 4 responsable=Paul Martin [DINUM] offre=non',
        html: `!derogation modifier 4 responsable=${pill(encoded(paul), 'Paul Martin [DINUM]')} offre=non`,
      },
      `!derogation modifier 4 responsable=${paul} offre=non`,
    ],
    [
      'a Markdown link',
      { body: `!derogation modifier 4 responsable=[Paul](<${link(paul)}>)`, mentions: [paul] },
      `!derogation modifier 4 responsable=${paul}`,
    ],
    [
      'a name that the client resolves',
      { body: '!derogation modifier 4 responsable=@Paul Martin [DINUM] offre=non', mentions: [paul] },
      `!derogation modifier 4 responsable=${paul} offre=non`,
    ],
    [
      'the beginning of an id, with the bot called first',
      { body: 'Robot Nuage: !derogation modifier 4 responsable=@paul.martin', mentions: [me, paul] },
      `!derogation modifier 4 responsable=${paul}`,
    ],
    [
      'a pill after a command as other bots have them',
      { body: `/derogation modifier 4 responsable=[Paul](<${link(paul)}>)`, mentions: [paul] },
      `/derogation modifier 4 responsable=${paul}`,
    ],
    [
      'the id itself',
      { body: `!derogation modifier 4 responsable=${paul}`, mentions: [paul] },
      `!derogation modifier 4 responsable=${paul}`,
    ],
    [
      'a pill of nheko, for somebody’s deadlines',
      { body: '!acquitter Paul Martin', html: `!acquitter ${pill(encoded(paul), 'Paul Martin')}` },
      `!acquitter ${paul}`,
    ],
    [
      'a name that the client resolves, for an operator',
      { body: '!verifier oui @Paul Martin [DINUM]', mentions: [paul] },
      `!verifier oui ${paul}`,
    ],
    ['a pill alone, as an answer', { body: 'Paul Martin', html: pill(link(paul), 'Paul Martin') }, paul],
    [
      'a pill in a question: the name',
      { body: `[Paul](${link(paul)}) demande ce que dit R6` },
      'Paul demande ce que dit R6',
    ],
    [
      'nobody whom the client names',
      { body: '!derogation modifier 4 responsable=@Luc', mentions: [paul] },
      '!derogation modifier 4 responsable=@Luc',
    ],
  ])('%s', (_, sent, text) => {
    expect(said(sent)).toBe(text);
  });
});

describe('whatever the message', () => {
  it.each([
    ['64 KB of opening brackets', '['.repeat(65_000)],
    ['links that never end', '[a](<'.repeat(13_000)],
    ['names within names', '@nuage'.repeat(10_000)],
    ['brackets in brackets', '[[x]'.repeat(16_000)],
  ])('%s are read at once', (_, body) => {
    expect(typeof readCall({ body, html: `<a href="${body}`, mentions: null }, robot).mentioned).toBe(
      'boolean',
    );
  });
});
