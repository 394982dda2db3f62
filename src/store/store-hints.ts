/** By SQLite's codes (https://www.sqlite.org/rescode.html). */
const HINTS: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'Another process has locked the file of the store. End it, or set DATABASE_URL.',
  SQLITE_CANTOPEN:
    'The file of the store cannot be opened: it is a folder, its folder is not there, or this user may not. Check DATABASE_URL and the permissions.',
  SQLITE_NOTADB: 'The file of the store is no database. Move it away, or set DATABASE_URL.',
  SQLITE_READONLY: 'The file of the store cannot be written by this user. Check the permissions.',
};

/** What an operator may do about a store that failed with a code, in a sentence or two. */
export function storeHint(code: string): string {
  return HINTS[code] ?? 'Check DATABASE_URL.';
}
