import { useState } from 'react';
import type { Message } from '../../../packages/local-slack/src/slack-objects';
import { Icon } from '../shell/icon';

/** How many lines of an email to show, including empty lines. */
const PREVIEW_LINES = 3;

interface Address {
  readonly original: string;
}

type EmailFile = NonNullable<Message['files']>[number];

/** An email that was forwarded to the channel. As in Slack, it is plain text and collapsed. */
export function EmailCard({ file }: { readonly file: EmailFile }) {
  const [isWhole, setWhole] = useState(false);
  const text = String(file['plain_text']);
  const lines = text.split('\n');
  const isLong = lines.length > PREVIEW_LINES;
  const shown = isWhole || !isLong ? text : `${lines.slice(0, PREVIEW_LINES).join('\n')}…`;
  return (
    <div className="email">
      <p className="email-kind">
        <Icon name="mail" /> Email
      </p>
      <div className="email-card">
        <p className="email-subject">{String(file['subject'])}</p>
        <p className="email-people">From: {namesOf(file['from'])}</p>
        <p className="email-people">To: {namesOf(file['to'])}</p>
        <p className="email-text">{shown}</p>
        {isLong && (
          <button
            type="button"
            className="link-button"
            aria-expanded={isWhole}
            onClick={() => {
              setWhole(!isWhole);
            }}
          >
            {isWhole ? 'Show less' : 'Show all'}
          </button>
        )}
      </div>
    </div>
  );
}

function namesOf(addresses: unknown): string {
  return (addresses as readonly Address[]).map(({ original }) => original).join(', ');
}
