import { checkView } from '../block-limits';
import type { Core } from '../core';
import { asObject, isObject, type JsonObject } from '../json';
import { decoded } from '../message-content';
import type { OpenView } from '../slack-objects';
import { ApiError, pointing } from './api-error';
import { type Args, optionalArg, requiredArg } from './args';
import { botMethod, type Method } from './method';

function viewOf(args: Args): JsonObject {
  const view = decoded(args['view']);
  if (!isObject(view))
    throw pointing('invalid_arguments', ['missing required field: view [json-pointer:/view]']);
  const problems = checkView(view);
  if (problems.length > 0) throw pointing('invalid_arguments', problems);
  return view;
}

function modalOf(args: Args, core: Core): JsonObject {
  const view = viewOf(args);
  if (view['type'] !== 'modal') {
    throw pointing('invalid_arguments', [
      'must be one of modal, found "home" [json-pointer:/view/type]',
    ]);
  }
  const externalId = optionalArg(view, 'external_id');
  if (externalId !== undefined && core.views.find(externalId) !== undefined) {
    throw new ApiError('duplicate_external_id');
  }
  return view;
}

function userOfTrigger(args: Args, { triggers }: Core): string {
  const exchange = triggers.exchange(requiredArg(args, 'trigger_id'));
  if ('fault' in exchange) throw new ApiError(exchange.fault);
  return exchange.user;
}

/** https://docs.slack.dev/reference/methods/views.open */
function open(args: Args, core: Core): JsonObject {
  const modal = modalOf(args, core);
  return { view: core.views.open(userOfTrigger(args, core), modal) };
}

/** https://docs.slack.dev/reference/methods/views.push */
function push(args: Args, core: Core): JsonObject {
  const modal = modalOf(args, core);
  const user = userOfTrigger(args, core);
  if (core.views.stackOf(user).length === 0) throw new ApiError('not_found');
  if (core.views.isFull(user)) throw new ApiError('push_limit_reached');
  return { view: core.views.push(user, modal) };
}

function sameHash(args: Args, found: OpenView | undefined): void {
  const hash = optionalArg(args, 'hash');
  if (hash !== undefined && found !== undefined && found.view.hash !== hash) {
    throw new ApiError('hash_conflict');
  }
}

/** https://docs.slack.dev/reference/methods/views.update */
function update(args: Args, core: Core): JsonObject {
  const id = optionalArg(args, 'view_id') ?? optionalArg(args, 'external_id');
  if (id === undefined) throw new ApiError('view_not_found');
  const view = viewOf(args);
  const found = core.views.find(id);
  if (found === undefined) throw new ApiError('not_found');
  sameHash(args, found);
  return { view: core.views.update(found, view) };
}

/** https://docs.slack.dev/reference/methods/views.publish */
function publish(args: Args, core: Core): JsonObject {
  const user = requiredArg(args, 'user_id');
  if (!core.workspace.users.has(user)) throw new ApiError('user_not_found');
  const view = viewOf(args);
  if (asObject(view)['type'] !== 'home') {
    throw pointing('invalid_arguments', [
      'must be one of home, found "modal" [json-pointer:/view/type]',
    ]);
  }
  sameHash(args, core.views.homeOf(user));
  return { view: core.views.publish(user, view) };
}

export const viewsMethods: Readonly<Record<string, Method>> = {
  'views.open': botMethod(open),
  'views.push': botMethod(push),
  'views.update': botMethod(update),
  'views.publish': botMethod(publish),
};
