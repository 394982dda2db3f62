import type { ReadyQuestion } from '../wire';
import { FIELD, LEADS, TEAM } from './places';

/** Sample questions, as a person would type them. */
export const questions: readonly ReadyQuestion[] = [
  {
    channel: FIELD,
    text: '/program-route a professor wants to join the free program, who do I forward the email to?',
  },
  {
    channel: FIELD,
    text: '@Program Route our open source customer wants to renew. What do I tell them?',
  },
  {
    channel: FIELD,
    text: '@Program Route a professor has a problem with his subscription',
  },
  { channel: LEADS, text: '/program-route coupon code fails at the checkout for an edu member' },
  {
    channel: TEAM,
    text: '@Program Route whose name does a university’s account stay in?',
  },
];
