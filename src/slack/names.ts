/** The command and the shortcut, named as in manifest.yml; a test compares them. */
export const COMMAND = '/program-route';
export const LEAD_SHORTCUT = 'route_lead';
