import { describe, expect, it } from '@jest/globals';
import { loadRules } from '../../src/rules/load';
import { join } from 'node:path';
import { makeAnswer } from '../../src/replies/answer';
import { chooseRoute } from '../../src/replies/choose';
import { jsonAnswer, type JsonAnswer } from '../../src/replies/json';

const { book } = loadRules(join(__dirname, '..', '..', 'rules'));
const HANDBOOK = 'https://handbook.gitlab.com/handbook';
const ACTIVE = `${HANDBOOK}/marketing/developer-relations/strategy-programs/#active-programs`;
const RESOURCES = `${HANDBOOK}/marketing/developer-relations/strategy-programs/program-resources/`;
const ENGAGEMENT = `${HANDBOOK}/sales/field-operations/gtm-resources/rules-of-engagement/`;

function answer(route: string, program: string | null = null): JsonAnswer {
  const routed = chooseRoute(book, { route, program });
  if (routed === undefined) throw new Error(`There is no route "${route}".`);
  return jsonAnswer(makeAnswer(routed, book));
}

interface Expected {
  readonly heading: string;
  readonly says: readonly string[];
  readonly contacts?: readonly string[];
  readonly links?: readonly string[];
}

const MAILBOXES = ['education@gitlab.com', 'opensource@gitlab.com', 'startups@gitlab.com'];

const ROUTES: Readonly<Record<string, Expected>> = {
  'lead-reply': {
    heading: 'Lead routing',
    says: [
      'Reply directly to the lead',
      "Do not forward or cc leads or members' emails to individual",
    ],
    contacts: MAILBOXES,
    links: [ACTIVE],
  },
  'program-owner': {
    heading: 'Lead routing',
    says: ['"Community Program Owner"', 'Salesforce', 'tag the Strategy Programs team'],
    contacts: ['Community Program Owner', '#strategy-programs'],
  },
  'account-ownership': {
    heading: 'Account and Opportunity Ownership',
    says: ["AE's or SAE's name", 'no sales opportunity', 'point 13 of Rules of Engagement'],
    links: [ENGAGEMENT],
  },
  'opportunity-owner': {
    heading: 'Account and Opportunity Ownership',
    says: ['chatter @Sales-Support', 'SFDC'],
    contacts: ['@Sales-Support'],
    links: [ENGAGEMENT],
  },
  apply: {
    heading: 'Community program application cycle',
    says: ['Proxi.id', 'automated workflow', 'coupon code', 'self-checkout'],
    links: [ACTIVE, `${RESOURCES}#application`, `${RESOURCES}#automated-application-workflow`],
  },
  'verification-problem': {
    heading: 'Application',
    says: ['write to', 'education@gitlab.com', 'Common Issues'],
    contacts: MAILBOXES,
    links: [`${RESOURCES}#common-issues`],
  },
  'verification-process': {
    heading: 'Verification',
    says: ['Proxi.id verifies automatically', 'Strategy Programs team reviews', 'does not say'],
    links: [`${RESOURCES}#verification`],
  },
  'use-case-proof': {
    heading: 'Verification',
    says: [
      'screenshot',
      'new or renewing',
      'No proof is asked for and none is enforced',
      'Purpose',
    ],
    links: [
      `${HANDBOOK}/legal/education-agreement/#2-purpose`,
      `${HANDBOOK}/legal/opensource-agreement/#2-purpose--eligibility`,
    ],
  },
  'use-case-concern': {
    heading: 'Verification',
    says: ['Post in #strategy-programs', 'SFDC opportunity', 'does not enforce the use case'],
    contacts: ['#strategy-programs'],
  },
  'no-longer-eligible': {
    heading: 'Verification',
    says: ['from free to paid', 'sales'],
    contacts: ['#strategy-programs'],
  },
  checkout: {
    heading: 'Booking',
    says: ['coupon code', 'CustomersDOT', 'renews'],
    links: [`${RESOURCES}#booking`],
  },
  'add-on-or-change': {
    heading: 'Booking',
    says: ['Not possible in self-service', 'email the request'],
    contacts: MAILBOXES,
    links: [ACTIVE],
  },
  provisioning: { heading: 'Provisioning', says: ['directly', 'WebDirect'], links: [RESOURCES] },
  compliance: {
    heading: 'Compliance',
    says: ['Sales Support and Billing Ops', 'how to access'],
    links: [RESOURCES],
  },
  'renewal-request': {
    heading: 'Renewal',
    says: [
      'self-service renewal instructions',
      'same form',
      'once a year',
      'Do not forward the request or cc individual team members',
    ],
    links: [ACTIVE, `${RESOURCES}#renewal`],
  },
  'renewal-opportunity': {
    heading: 'Renewal',
    says: [
      'no renewal outreach',
      'does not manage renewal opportunities',
      'closed-lost',
      'Nothing else is needed',
    ],
    links: [`${RESOURCES}#renewal`],
  },
  'startup-renewal': {
    heading: 'Renewal',
    says: ['one year only', 'paid', 'no special pricing', 'does not actively route'],
    contacts: ['startups@gitlab.com'],
    links: [ACTIVE, `${RESOURCES}#renewal`],
  },
  'support-level': {
    heading: 'Support',
    says: ['does not include Ultimate support'],
    links: [`${RESOURCES}#common-issues`],
  },
  'support-ticket': {
    heading: 'Support',
    says: ['opens a ticket', 'GitLab Support Portal'],
    links: [
      'https://about.gitlab.com/support/#issues-with-billing-purchasing-subscriptions-or-licenses',
    ],
  },
  'programs-overview': {
    heading: 'What is a community program?',
    says: ['complimentary GitLab Ultimate', 'direct lines to GitLab team members', 'DRIs'],
    links: [ACTIVE],
  },
  'reach-the-team': {
    heading: 'Engaging with the Community Programs team',
    says: ['#strategy-programs', 'coffee chat', 'meeting with a customer', 'Salesforce'],
    contacts: ['#strategy-programs'],
  },
  campuses: {
    heading: 'Engaging with the Community Programs team',
    says: ['#gitlab-for-campuses', 'paid'],
    contacts: ['#gitlab-for-campuses'],
    links: [`${HANDBOOK}/sales/public-sector#gitlab-for-campuses`],
  },
};

describe('what each answer must say and give', () => {
  it('is known for every route', () => {
    expect(Object.keys(book.routes)).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(Object.entries(ROUTES))('%s', (route, { heading, says, contacts = [], links = [] }) => {
    const { text, ...given } = answer(route);

    expect(given.source).toEqual({ page: 'Collaborating with Community Programs', heading });
    for (const phrase of says) expect(text).toContain(phrase);
    expect(given.contacts.map(({ value }) => value)).toEqual(expect.arrayContaining([...contacts]));
    expect(given.links.map(({ url }) => url)).toEqual(expect.arrayContaining([...links]));
  });

  it.each([
    ['education', 'education@gitlab.com'],
    ['open-source', 'opensource@gitlab.com'],
    ['startups', 'startups@gitlab.com'],
    ['campuses', '#gitlab-for-campuses'],
  ])('gives the mailbox or channel of %s alone', (program, place) => {
    const { contacts } = answer('lead-reply', program);

    expect(contacts.map(({ value }) => value)).toContain(place);
    expect(contacts.filter(({ kind }) => kind === 'email')).toHaveLength(
      place.includes('@') ? 1 : 0,
    );
  });

  it.each([
    ['renewal-request', 'startups', 'startup-renewal'],
    ['startup-renewal', 'education', 'renewal-request'],
    ['apply', 'campuses', 'campuses'],
  ])('answers %s of %s with %s', (route, program, other) => {
    expect(answer(route, program).route).toBe(other);
  });

  it('leaves no name in braces unfilled, in any program', () => {
    for (const route of Object.keys(book.routes)) {
      for (const program of [null, ...book.programs.map(({ id }) => id)]) {
        expect(answer(route, program).text).not.toMatch(/[{}]/);
      }
    }
  });
});
