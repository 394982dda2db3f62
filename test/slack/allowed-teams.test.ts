import { describe, expect, it } from '@jest/globals';
import { AllowedTeams } from '../../src/slack/middleware/allowed-teams';

const event = { type: 'app_mention', user: 'U1' };
const press = { type: 'block_actions', user: { id: 'U1', team_id: 'T1' }, team: { id: 'T1' } };

describe('a request is served', () => {
  it.each<[string, { ids: readonly string[]; body: object; isServed: boolean }]>([
    [
      'a command of the workspace',
      { ids: ['T1'], body: { command: '/x', team_id: 'T1' }, isServed: true },
    ],
    [
      'a command of another',
      { ids: ['T1'], body: { command: '/x', team_id: 'T2' }, isServed: false },
    ],
    [
      'a command of a workspace in an organisation that is served',
      {
        ids: ['E1'],
        body: { command: '/x', team_id: 'T2', enterprise_id: 'E1', is_enterprise_install: 'true' },
        isServed: true,
      },
    ],
    [
      'a command of another workspace of the organisation, where only one is served',
      { ids: ['T1'], body: { command: '/x', team_id: 'T2', enterprise_id: 'E1' }, isServed: false },
    ],
    ['a command that names nobody', { ids: ['T1'], body: { command: '/x' }, isServed: false }],
    [
      'a command with two teams',
      { ids: ['T1'], body: { command: '/x', team_id: ['T1', 'T2'] }, isServed: false },
    ],
    ['a press in the workspace', { ids: ['T1'], body: press, isServed: true }],
    [
      'a press in another',
      { ids: ['T1'], body: { ...press, team: { id: 'T2' } }, isServed: false },
    ],
    [
      'a press of somebody from another workspace, in a shared channel',
      { ids: ['T1'], body: { ...press, user: { id: 'U2', team_id: 'T2' } }, isServed: false },
    ],
    [
      'a press where the app is installed for an organisation',
      {
        ids: ['E1'],
        body: { ...press, team: null, enterprise: { id: 'E1' }, is_enterprise_install: true },
        isServed: true,
      },
    ],
    [
      'a press of a colleague in another workspace of an organisation that is served',
      {
        ids: ['T1', 'E1'],
        body: { ...press, user: { id: 'U2', team_id: 'T2' }, enterprise: { id: 'E1' } },
        isServed: true,
      },
    ],
    [
      'a press in another organisation',
      {
        ids: ['T1', 'E1'],
        body: { ...press, team: null, enterprise: { id: 'E2' }, user: { id: 'U2', team_id: 'T2' } },
        isServed: false,
      },
    ],
    [
      'a press with no ids',
      { ids: ['T1'], body: { type: 'block_actions', user: null, team: 7 }, isServed: false },
    ],
    [
      'an event in a shared channel, which somebody of another workspace wrote',
      {
        ids: ['T1'],
        body: { event, team_id: 'T2', authorizations: [{ team_id: 'T1', enterprise_id: null }] },
        isServed: true,
      },
    ],
    [
      'an event of an organisation that is served',
      {
        ids: ['E1'],
        body: { event, team_id: 'T2', authorizations: [{ team_id: null, enterprise_id: 'E1' }] },
        isServed: true,
      },
    ],
    [
      'an event for another workspace',
      {
        ids: ['T1'],
        body: { event, team_id: 'T1', authorizations: [{ team_id: 'T2', enterprise_id: 'E2' }] },
        isServed: false,
      },
    ],
    [
      'an event that names its context alone',
      { ids: ['T1'], body: { event, context_team_id: 'T1' }, isServed: true },
    ],
    [
      'an event with garbage',
      { ids: ['T1'], body: { event, authorizations: 'T1', team_id: {} }, isServed: false },
    ],
  ])('%s', (_, { ids, body, isServed }) => {
    expect(new AllowedTeams(new Set(ids)).allows(body)).toBe(isServed);
  });
});

it.each<[string | undefined, string | undefined, boolean]>([
  ['T1', undefined, true],
  ['T2', undefined, false],
  ['T2', 'E1', true],
  ['T2', 'E2', false],
  ['E1', undefined, true],
  ['E2', 'E1', false],
  [undefined, undefined, true],
])('of team %s and organisation %s: a colleague, %s', (team, enterprise, expected) => {
  const served = new AllowedTeams(new Set(['T1', 'E1']));

  expect(served.isColleague(team, enterprise)).toBe(expected);
});
