import { usePlayground } from '../state/playground';

const texts = {
  'in force': 'Rules in force',
  learning: 'Learning the examples …',
  refused: 'Rules refused',
} as const;

/** How the rules stand, and the version that answers. */
export function RulesChip() {
  const { kind, version } = usePlayground().workspace.rules;
  return (
    <p className="rules-chip" role="status" data-kind={kind}>
      {texts[kind]} <code>{version.slice(0, 7)}</code>
    </p>
  );
}
