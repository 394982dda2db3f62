import { describe, expect, it } from '@jest/globals';
import { stripSlackMarkup } from '../../src/router/text/slack-markup';
import { readUtterance } from '../../src/router/utterance';

describe('Slack markup becomes what a reader sees', () => {
  it.each([
    ['<@U07RTE4BOT> who owns it', '  who owns it'],
    ['R&amp;D leads &lt;urgent&gt;', 'R&D leads <urgent>'],
    ['see <https://example.edu|example.edu>', 'see example.edu'],
    ['write to <mailto:a@example.com|a@example.com>', 'write to a@example.com'],
    ['ask in <#C0999|general>', 'ask in  #general '],
    ['<!channel> thanks :pray:', '  thanks  '],
    ['*bold* ~gone~ `code`', ' bold   gone   code '],
  ])('%j', (typed, plain) => {
    expect(stripSlackMarkup(typed)).toBe(plain);
  });
});

describe('an utterance', () => {
  it('of a colleague is a question without its greeting', () => {
    const { kind, segments, boilerplate: margin } = readUtterance('Hi team, who owns the account?');

    expect(kind).toBe('question');
    expect(segments.map(({ text }) => text)).toEqual(['who owns the account?']);
    expect(margin).toBe('Hi team, ');
  });

  it('of somebody outside is a letter, whose greeting, signature and quotes hardly count', () => {
    const letter = `Subject: Re: our plan

Dear Sanne,

thank you for the nice talk. How can we add seats?

Kind regards,
Emeka
CTO, Pebblestack

On Monday Sanne wrote:
> Did you renew?`;

    const { kind, segments, boilerplate: margin } = readUtterance(letter);

    expect(kind).toBe('email');
    const weights = Object.fromEntries(segments.map(({ text, weight }) => [text, weight]));
    expect(weights).toEqual({
      'our plan': 1.5,
      'thank you for the nice talk.': 1,
      'How can we add seats?': 1.5,
      'Did you renew?': 0.3,
    });
    expect(margin).toContain('Dear Sanne');
    expect(margin).toContain('CTO, Pebblestack');
  });

  it('that is nothing but a quoted letter is read as that letter', () => {
    const { segments } = readUtterance(
      'FYI\n> Hello,\n> how do we renew our subscription for another year?\n> Bea',
    );

    expect(segments.map(({ text }) => text).join(' ')).toContain('how do we renew');
  });

  it('of a shortcut is always a letter', () => {
    expect(readUtterance('renew please', 'shortcut').kind).toBe('email');
  });
});
