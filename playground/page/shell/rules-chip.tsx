import { usePlayground } from '../state/playground';

const texts = {
  'in force': 'Rules active',
  learning: 'Training …',
  refused: 'Rules invalid',
} as const;

/** The state of the rules and their version. */
export function RulesChip() {
  const { kind, version } = usePlayground().workspace.rules;
  return (
    <p className="rules-chip" role="status" data-kind={kind}>
      {texts[kind]} <code>{version.slice(0, 7)}</code>
    </p>
  );
}
