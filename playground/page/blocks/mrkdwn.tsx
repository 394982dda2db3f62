import { usePlayground } from '../state/playground';
import { userOf } from '../state/selectors';
import { parseMrkdwn, type Piece } from './parse-mrkdwn';
import { PlaceMark } from './place-mark';

/** A text in Slack's markup. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return (
    <div className="mrkdwn">
      <Pieces pieces={parseMrkdwn(text)} />
    </div>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => <PieceOfText key={at} piece={piece} />);
}

function PieceOfText({ piece }: { readonly piece: Piece }) {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'bold':
      return (
        <strong>
          <Pieces pieces={piece.pieces} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Pieces pieces={piece.pieces} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Pieces pieces={piece.pieces} />
        </s>
      );
    case 'quote':
      return (
        <blockquote>
          <Pieces pieces={piece.pieces} />
        </blockquote>
      );
    case 'code':
      return <code>{piece.text}</code>;
    case 'preformatted':
      return <pre>{piece.text}</pre>;
    case 'link':
      return (
        <a href={piece.url} target="_blank" rel="noreferrer noopener">
          {piece.label || piece.url.replace('mailto:', '')}
        </a>
      );
    default:
      return <Mark piece={piece} />;
  }
}

type MarkPiece = Extract<Piece, { kind: 'user' | 'channel' | 'broadcast' }>;

function Mark({ piece }: { readonly piece: MarkPiece }) {
  const { workspace } = usePlayground();
  if (piece.kind === 'broadcast') return <span className="mention">@{piece.label}</span>;
  if (piece.kind === 'user') {
    const name = userOf(workspace, piece.id)?.real_name ?? (piece.label || piece.id);
    return <span className="mention">@{name}</span>;
  }
  const channel = workspace.channels.find(({ id }) => id === piece.id);
  if (channel === undefined) return <span className="mention">#{piece.label || piece.id}</span>;
  return <PlaceMark id={channel.id} name={channel.name} />;
}
