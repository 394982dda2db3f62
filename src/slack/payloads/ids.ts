import { z } from 'zod';

/** A user's id: it goes into what the bot posts, so nothing else may stand there. */
export const userId = z.string().regex(/^[UW][A-Z0-9]{1,30}$/);

/** A channel's id. */
export const channelId = z.string().regex(/^[CDG][A-Z0-9]{1,30}$/);

/** A message's timestamp, which is its id in its channel. */
export const timestamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
