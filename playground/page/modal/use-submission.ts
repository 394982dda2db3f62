import { useState } from 'react';
import { usePlayground } from '../state/playground';

/** Slack's message if the app's response to a submission is missing or invalid. */
const TROUBLE = 'We had some trouble connecting. Try again?';

interface Submission {
  readonly isSending: boolean;
  readonly trouble: string;
  readonly submit: (values: Readonly<Record<string, unknown>>) => Promise<void>;
}

export function useSubmission(viewId: string): Submission {
  const { act } = usePlayground();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState('');
  return {
    isSending,
    trouble,
    async submit(values) {
      setSending(true);
      const reply = await act('submit', { viewId, values });
      setSending(false);
      setTrouble(reply?.refused === true ? TROUBLE : '');
    },
  };
}
