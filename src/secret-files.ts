import { readFileSync } from 'node:fs';

/** Variables that may come from a file: Docker and Kubernetes mount secrets as files. */
export const SECRETS = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'DATABASE_URL',
] as const;

/** An environment with the secrets from their files, and what is wrong with those files. */
interface WithSecrets {
  readonly environment: NodeJS.ProcessEnv;
  readonly faults: readonly string[];
}

/**
 * Reads each secret whose file is named in `NAME_FILE`, without the white space around it.
 *
 * @returns faults that name the variable, never a secret
 */
export function readSecretFiles(environment: NodeJS.ProcessEnv): WithSecrets {
  const read: NodeJS.ProcessEnv = {};
  const faults: string[] = [];
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`] ?? '';
    if (file === '') continue;
    if ((environment[name] ?? '') !== '') {
      faults.push(`Both ${name} and ${name}_FILE are set. Set one of them.`);
      continue;
    }
    try {
      read[name] = readFileSync(file, 'utf8').trim();
    } catch (error) {
      const { code = 'none' } = error as NodeJS.ErrnoException;
      faults.push(`${name}_FILE cannot be read (${code}). Set it to the path of a readable file.`);
    }
  }
  return { environment: { ...environment, ...read }, faults };
}
