import type { JsonObject } from './json';
import type { Settings } from './settings';

const NAME = 'Local Organization';

/** How an event's envelope names the installation. */
export function installation({ enterpriseId, isOrgInstall, teamId }: Settings): JsonObject {
  return {
    enterprise_id: idOrNull(enterpriseId),
    team_id: isOrgInstall ? null : teamId,
    is_enterprise_install: isOrgInstall,
  };
}

/** The organization as the Web API and a command name it; nothing outside of one. */
export function organizationFields({ enterpriseId }: Settings): JsonObject {
  return enterpriseId === '' ? {} : { enterprise_id: enterpriseId, enterprise_name: NAME };
}

/** The team and the organization as an interaction names them: an app of the whole organization has no team. */
export function interactionTeam(settings: Settings): JsonObject {
  const { enterpriseId, isOrgInstall, teamId, teamDomain } = settings;
  const team = { id: teamId, domain: teamDomain, ...organizationFields(settings) };
  return {
    team: isOrgInstall ? null : team,
    enterprise: enterpriseId === '' ? null : { id: enterpriseId, name: NAME },
    is_enterprise_install: isOrgInstall,
  };
}

export function idOrNull(id: string): string | null {
  return id === '' ? null : id;
}
