import type { Kysely, Migration } from 'kysely';

/** Every change of the tables, in order. One that was released is never edited: add another. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': {
    async up(db: Kysely<unknown>): Promise<void> {
      await answersAndVotes(db);
      await choicesAndHanded(db);
      await textsAndClaims(db);
      for (const table of ['answers', 'votes', 'choices', 'handed', 'kept_texts', 'claims']) {
        await db.schema.createIndex(`${table}_at`).on(table).column('at').execute();
      }
    },
  },
  '0002-escalation-steps': { up: escalationSteps },
};

async function escalationSteps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('escalation_steps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('escalation', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .execute();
  for (const column of ['at', 'escalation']) {
    await db.schema
      .createIndex(`escalation_steps_${column}`)
      .on('escalation_steps')
      .column(column)
      .execute();
  }
}

async function answersAndVotes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('surface', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('route', 'text')
    .addColumn('topic', 'text')
    .addColumn('program', 'text')
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('rules', 'text', (column) => column.notNull())
    .addColumn('ms', 'double precision', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('votes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('route', 'text', (column) => column.notNull())
    .addColumn('program', 'text')
    .addColumn('rules', 'text', (column) => column.notNull())
    .addColumn('helped', 'integer', (column) => column.notNull())
    .execute();
}

async function choicesAndHanded(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('choices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('route', 'text')
    .addColumn('program', 'text')
    .addColumn('rules', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('handed')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('link', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .execute();
}

async function textsAndClaims(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept_texts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('route', 'text')
    .addColumn('program', 'text')
    .addColumn('rules', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('claims')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('answered', 'integer', (column) => column.notNull())
    .addColumn('takes', 'integer', (column) => column.notNull())
    .execute();
}
