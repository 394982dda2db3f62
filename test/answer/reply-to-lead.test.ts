import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { greetingName } from '../../src/answer/greeting-name';
import { replyToLead } from '../../src/answer/reply-to-lead';
import { loadRules } from '../../src/rule-book/load';
import { EDUCATION } from '../rule-book/names';

const { book } = loadRules(join(__dirname, '..', '..', 'rules'));
const DUE = [
  'add-on-or-change',
  'apply',
  'campuses',
  'checkout',
  'lead-reply',
  'programs-overview',
  'renewal-request',
  'startup-renewal',
  'support-level',
  'support-ticket',
  'use-case-proof',
  'verification-problem',
];

describe('the reply to the lead', () => {
  it('exists for the routes that owe one, and for no other', () => {
    const routes = Object.values(book.routes).filter(({ reply }) => reply !== null);

    expect(routes.map(({ id }) => id)).toEqual(DUE);
  });

  it.each(DUE)('of %s names public places only, and fills every name', (id) => {
    const route = book.routes[id];
    if (route === undefined) throw new Error(`There is no route "${id}".`);
    for (const program of [null, ...book.programs]) {
      const reply = replyToLead(route, { book, program, name: null });

      const text = `${reply?.subject ?? ''}\n${reply?.body ?? ''}`;
      expect(text).not.toMatch(/[{}]| #|SFDC|Salesforce|chatter|CustomersDOT|Slack|#strategy|AE\b/);
      expect(text).not.toMatch(/rules-of-engagement|customers\.com|we will\b|guarantee/i);
    }
  });

  it('greets by a name that the mail gives safely', () => {
    const route = book.routes['lead-reply'];
    const program = book.programs[0] ?? null;

    const reply = route && replyToLead(route, { book, program, name: 'Ines Moreau' });

    expect(reply?.body).toMatch(/^Hello Ines Moreau,\n\nThank you/);
    expect(reply?.body).toContain(EDUCATION);
  });
});

describe('the name of a greeting', () => {
  it.each([
    ['Ines Moreau', 'Ines Moreau'],
    ['Prof. Dr. Aino Lindqvist', 'Prof. Dr. Aino Lindqvist'],
    ["Siobhán O'Neil-Ødegård", null],
    ['Maria', null],
    ['IT Support Team', null],
    ['ines@example.edu', null],
    ['Moreau, Ines', null],
    [null, null],
  ])('%j gives %j', (sender, name) => {
    expect(greetingName(sender)).toBe(name);
  });
});
