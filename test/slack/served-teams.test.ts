import { describe, expect, it } from '@jest/globals';
import { ServedTeams } from '../../src/slack/served-teams';

const event = { type: 'app_mention', user: 'U1' };
const press = { type: 'block_actions', user: { id: 'U1', team_id: 'T1' }, team: { id: 'T1' } };

describe('a request is served', () => {
  it.each<[string, readonly string[], object, boolean]>([
    ['a command of the workspace', ['T1'], { command: '/x', team_id: 'T1' }, true],
    ['a command of another', ['T1'], { command: '/x', team_id: 'T2' }, false],
    [
      'a command of a workspace in an organisation that is served',
      ['E1'],
      { command: '/x', team_id: 'T2', enterprise_id: 'E1', is_enterprise_install: 'true' },
      true,
    ],
    [
      'a command of another workspace of the organisation, where only one is served',
      ['T1'],
      { command: '/x', team_id: 'T2', enterprise_id: 'E1' },
      false,
    ],
    ['a command that names nobody', ['T1'], { command: '/x' }, false],
    ['a command with two teams', ['T1'], { command: '/x', team_id: ['T1', 'T2'] }, false],
    ['a press in the workspace', ['T1'], press, true],
    ['a press in another', ['T1'], { ...press, team: { id: 'T2' } }, false],
    [
      'a press of somebody from another workspace, in a shared channel',
      ['T1'],
      { ...press, user: { id: 'U2', team_id: 'T2' } },
      false,
    ],
    [
      'a press where the app is installed for an organisation',
      ['E1'],
      { ...press, team: null, enterprise: { id: 'E1' }, is_enterprise_install: true },
      true,
    ],
    [
      'a press of a colleague in another workspace of an organisation that is served',
      ['T1', 'E1'],
      { ...press, user: { id: 'U2', team_id: 'T2' }, enterprise: { id: 'E1' } },
      true,
    ],
    [
      'a press in another organisation',
      ['T1', 'E1'],
      { ...press, team: null, enterprise: { id: 'E2' }, user: { id: 'U2', team_id: 'T2' } },
      false,
    ],
    ['a press with no ids', ['T1'], { type: 'block_actions', user: null, team: 7 }, false],
    [
      'an event in a shared channel, which somebody of another workspace wrote',
      ['T1'],
      { event, team_id: 'T2', authorizations: [{ team_id: 'T1', enterprise_id: null }] },
      true,
    ],
    [
      'an event of an organisation that is served',
      ['E1'],
      { event, team_id: 'T2', authorizations: [{ team_id: null, enterprise_id: 'E1' }] },
      true,
    ],
    [
      'an event for another workspace',
      ['T1'],
      { event, team_id: 'T1', authorizations: [{ team_id: 'T2', enterprise_id: 'E2' }] },
      false,
    ],
    ['an event that names its context alone', ['T1'], { event, context_team_id: 'T1' }, true],
    ['an event with garbage', ['T1'], { event, authorizations: 'T1', team_id: {} }, false],
  ])('%s', (_, ids, body, expected) => {
    expect(new ServedTeams(new Set(ids)).serves(body)).toBe(expected);
  });
});

it.each<[string | undefined, string | undefined, boolean]>([
  ['T1', undefined, true],
  ['T2', undefined, false],
  ['T2', 'E1', true],
  ['T2', 'E2', false],
  [undefined, undefined, true],
])('of team %s and organisation %s: a colleague, %s', (team, enterprise, expected) => {
  const served = new ServedTeams(new Set(['T1', 'E1']));

  expect(served.isColleague(team, enterprise)).toBe(expected);
});
