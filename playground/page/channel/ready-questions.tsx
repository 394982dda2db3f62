import { usePlayground } from '../state/playground';

/** Sample questions. Each button shows the exact text that it sends. */
export function ReadyQuestions({ channel }: { readonly channel: string }) {
  const { workspace, act } = usePlayground();
  const ready = workspace.questions.filter((question) => question.channel === channel);
  if (ready.length === 0) return null;
  return (
    <div className="ready-questions" role="group" aria-label="Questions to try">
      <span className="ready-label">Try</span>
      {ready.map(({ text }) => (
        <button
          key={text}
          type="button"
          className="ready-question"
          title={text}
          onClick={() => void act('say', { channel, text })}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
