import { type Check, boolean, byType, shape, string } from './checks';

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
const TEXT_LIMIT = 3000;

function plainTextShape(max: number): Check {
  return shape({ text: string({ min: 1, max }) }, { emoji: boolean });
}

function mrkdwnShape(max: number): Check {
  return shape({ text: string({ min: 1, max }) }, { verbatim: boolean });
}

export function plainText(max: number = TEXT_LIMIT): Check {
  return byType({ plain_text: plainTextShape(max) });
}

export function anyText(max: number = TEXT_LIMIT): Check {
  return byType({ plain_text: plainTextShape(max), mrkdwn: mrkdwnShape(max) });
}

export function mrkdwn(max: number): Check {
  return byType({ mrkdwn: mrkdwnShape(max) });
}
