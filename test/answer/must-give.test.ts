import { describe, expect, it } from '@jest/globals';
import { loadRules } from '../../src/rule-book/load';
import { join } from 'node:path';
import { makeAnswer } from '../../src/answer/answer';
import { chooseRoute } from '../../src/answer/choose';
import { jsonAnswer, type JsonAnswer } from '../../src/answer/json';
import {
  ACTIVE_PROGRAMS,
  CAMPUSES_CHANNEL,
  EDUCATION,
  OPEN_SOURCE,
  PROGRAM_RESOURCES,
  STARTUPS,
  TEAM,
  TEAM_CHANNEL,
} from '../rule-book/names';

const { book } = loadRules(join(__dirname, '..', '..', 'rules'));
const HANDBOOK = 'https://handbook.gitlab.com/handbook';
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

const MAILBOXES = [EDUCATION, OPEN_SOURCE, STARTUPS];

const ROUTES: Readonly<Record<string, Expected>> = {
  'lead-reply': {
    heading: 'Lead routing',
    says: ['Reply directly to the lead', "Do not forward leads or members' emails to individual"],
    contacts: MAILBOXES,
    links: [ACTIVE_PROGRAMS],
  },
  'program-owner': {
    heading: 'Lead routing',
    says: ['"Community Program Owner"', 'Salesforce', `tag the ${TEAM} team`],
    contacts: ['Community Program Owner', TEAM_CHANNEL],
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
    links: [
      ACTIVE_PROGRAMS,
      `${PROGRAM_RESOURCES}#application`,
      `${PROGRAM_RESOURCES}#automated-application-workflow`,
    ],
  },
  'verification-problem': {
    heading: 'Application',
    says: ['write to', EDUCATION, 'Common Issues'],
    contacts: MAILBOXES,
    links: [`${PROGRAM_RESOURCES}#common-issues`],
  },
  'verification-process': {
    heading: 'Verification',
    says: ['Proxi.id verifies automatically', `${TEAM} team reviews`, 'does not say'],
    links: [`${PROGRAM_RESOURCES}#verification`],
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
    says: [`Post in ${TEAM_CHANNEL}`, 'SFDC opportunity', 'does not enforce the use case'],
    contacts: [TEAM_CHANNEL],
  },
  'no-longer-eligible': {
    heading: 'Verification',
    says: ['from free to paid', 'sales'],
    contacts: [TEAM_CHANNEL],
  },
  checkout: {
    heading: 'Booking',
    says: ['coupon code', 'CustomersDOT', 'renews'],
    links: [`${PROGRAM_RESOURCES}#booking`],
  },
  'add-on-or-change': {
    heading: 'Booking',
    says: ['Not possible in self-service', 'email the request'],
    contacts: MAILBOXES,
    links: [ACTIVE_PROGRAMS],
  },
  provisioning: {
    heading: 'Provisioning',
    says: ['directly', 'WebDirect'],
    links: [PROGRAM_RESOURCES],
  },
  compliance: {
    heading: 'Compliance',
    says: ['Sales Support and Billing Ops', 'how to access'],
    links: [PROGRAM_RESOURCES],
  },
  'renewal-request': {
    heading: 'Renewal',
    says: [
      'self-service renewal instructions',
      'same form',
      'once a year',
      'Do not forward the request or cc individual team members',
    ],
    links: [ACTIVE_PROGRAMS, `${PROGRAM_RESOURCES}#renewal`],
  },
  'renewal-opportunity': {
    heading: 'Renewal',
    says: [
      'no renewal outreach',
      'does not manage renewal opportunities',
      'closed-lost',
      'Nothing else is needed',
    ],
    links: [`${PROGRAM_RESOURCES}#renewal`],
  },
  'startup-renewal': {
    heading: 'Renewal',
    says: ['one year only', 'paid', 'no special pricing', 'does not actively route'],
    contacts: [STARTUPS],
    links: [ACTIVE_PROGRAMS, `${PROGRAM_RESOURCES}#renewal`],
  },
  'support-level': {
    heading: 'Support',
    says: ['does not include Ultimate support'],
    links: [`${PROGRAM_RESOURCES}#common-issues`],
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
    links: [ACTIVE_PROGRAMS],
  },
  'program-contact': {
    heading: 'Lead routing',
    says: MAILBOXES,
    contacts: [...MAILBOXES, TEAM_CHANNEL],
    links: [ACTIVE_PROGRAMS],
  },
  'reach-the-team': {
    heading: 'Engaging with the Community Programs team',
    says: [TEAM_CHANNEL, 'coffee chat', 'meeting with a customer', 'Salesforce'],
    contacts: [TEAM_CHANNEL],
  },
  campuses: {
    heading: 'Engaging with the Community Programs team',
    says: [CAMPUSES_CHANNEL, 'paid'],
    contacts: [CAMPUSES_CHANNEL],
    links: [`${HANDBOOK}/sales/public-sector#gitlab-for-campuses`],
  },
};

describe('what each answer must say and give', () => {
  it('is known for the routes that the handbook page asks for', () => {
    expect(Object.keys(ROUTES)).toHaveLength(23);
    expect(Object.keys(book.routes)).toEqual(expect.arrayContaining(Object.keys(ROUTES)));
  });

  it.each(Object.entries(ROUTES))('%s', (route, { heading, says, contacts = [], links = [] }) => {
    const { text, ...given } = answer(route);

    expect(given.source).toEqual({ page: 'Collaborating with Community Programs', heading });
    for (const phrase of says) expect(text).toContain(phrase);
    expect(given.contacts.map(({ value }) => value)).toEqual(expect.arrayContaining([...contacts]));
    expect(given.links.map(({ url }) => url)).toEqual(expect.arrayContaining([...links]));
  });

  it.each([
    ['education', EDUCATION],
    ['open-source', OPEN_SOURCE],
    ['startups', STARTUPS],
    ['campuses', CAMPUSES_CHANNEL],
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
