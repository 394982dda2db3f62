interface Props {
  readonly title: string;
  readonly value: unknown;
}

/** A value, pretty-printed. */
export function Json({ title, value }: Props) {
  return (
    <>
      <h4>{title}</h4>
      <pre className="json" tabIndex={0}>
        {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
      </pre>
    </>
  );
}
