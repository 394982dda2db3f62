/** What an operator can do about an error of the store. */
interface Advice {
  readonly hint: string;
  /** The next try fails in the same way: nobody waits for one. */
  readonly lasts: boolean;
  /** The store can be reached, but takes no writes. */
  readonly isReadOnly?: true;
}

const PERMISSIONS = 'Check the permissions of the file and its folder.';
const CERTIFICATE =
  'The certificate of PostgreSQL is not signed by an authority that Node knows. Set NODE_EXTRA_CA_CERTS to the file of its CA, or add sslrootcert=FILE to DATABASE_URL.';
const LOGIN =
  'PostgreSQL refuses the login. Check the user and the password in DATABASE_URL; percent-encode special characters.';

const lasting = (hint: string): Advice => ({ hint, lasts: true });
const unwritable = (hint: string): Advice => ({ hint, lasts: true, isReadOnly: true });

/**
 * By SQLite's codes (https://www.sqlite.org/rescode.html), PostgreSQL's
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html) and Node's.
 */
const ADVICE: Readonly<Record<string, Advice>> = {
  SQLITE_BUSY: {
    hint: 'Another process has locked the file of the store. End it, or set DATABASE_URL.',
    lasts: false,
  },
  SQLITE_CANTOPEN: lasting(
    'The file of the store cannot be opened: it is a folder, its folder is not there, or this user may not. Check DATABASE_URL and the permissions.',
  ),
  SQLITE_NOTADB: lasting(
    'The file of the store is no database. Move it away, or set DATABASE_URL.',
  ),
  SQLITE_CORRUPT: lasting(
    'The file of the store is damaged. Stop the bot, move the file away, and restore a backup.',
  ),
  SQLITE_READONLY: unwritable(
    `The file of the store cannot be written by this user. ${PERMISSIONS}`,
  ),
  SQLITE_FULL: unwritable('The disk of the store is full. Free space on it.'),
  SQLITE_IOERR: unwritable('The disk of the store fails or is full. Check the disk.'),
  '25006': unwritable(
    'PostgreSQL is read-only: after a failover, DATABASE_URL may still lead to a replica.',
  ),
  '53100': unwritable('The disk of PostgreSQL is full. Free space on it.'),
  '42501': unwritable(
    'The user in DATABASE_URL may not write to the tables. Grant it the rights, or let it own them.',
  ),
  '28P01': lasting(LOGIN),
  '28000': lasting(LOGIN),
  '3D000': lasting('PostgreSQL has no such database. Create it, or check DATABASE_URL.'),
  '53300': { hint: 'PostgreSQL takes no more connections. Raise max_connections.', lasts: false },
  ECONNREFUSED: {
    hint: 'Nothing listens at the address in DATABASE_URL. Start PostgreSQL, or check host and port in DATABASE_URL.',
    lasts: false,
  },
  ENOTFOUND: { hint: 'The host in DATABASE_URL is unknown. Check DATABASE_URL.', lasts: false },
  DEPTH_ZERO_SELF_SIGNED_CERT: lasting(CERTIFICATE),
  SELF_SIGNED_CERT_IN_CHAIN: lasting(CERTIFICATE),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: lasting(CERTIFICATE),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: lasting(CERTIFICATE),
  ERR_TLS_CERT_ALTNAME_INVALID: lasting(
    'The certificate of PostgreSQL is for another host. Use the name in the certificate in DATABASE_URL.',
  ),
};

/** SQLite's extended codes begin with the primary one, such as SQLITE_IOERR_WRITE. */
function adviceOn(code: string): Advice | undefined {
  return ADVICE[code] ?? ADVICE[code.split('_', 2).join('_')];
}

/** The code of an error of a database; `none` where it has none. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && code !== '' ? code : 'none';
}

/** What an operator can do about a store that failed with a code, in a sentence or two. */
export function storeHint(code: string): string {
  return adviceOn(code)?.hint ?? 'Check DATABASE_URL.';
}

/** Whether a try right after this one would fail in the same way. */
export function isLasting(code: string): boolean {
  return adviceOn(code)?.lasts ?? false;
}

/** Whether the store was reached, but takes no writes. */
export function isUnwritable(code: string): boolean {
  return adviceOn(code)?.isReadOnly ?? false;
}

/** Whether tables are missing: the database is another one than at the last look. */
export function isWithoutTables(code: string): boolean {
  return code === 'SQLITE_ERROR' || code === '42P01';
}
