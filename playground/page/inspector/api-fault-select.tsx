import { API_FAULTS, type ApiFaultName } from '../../wire';

const names: Readonly<Record<ApiFaultName, string>> = {
  none: 'Web API works',
  slow: 'Web API takes 4 s',
  failing: 'Web API fails (fatal_error)',
  limited: 'Web API returns 429, Retry-After 1',
};

interface Props {
  readonly value: ApiFaultName;
  readonly change: (name: ApiFaultName) => void;
}

export function ApiFaultSelect({ value, change }: Props) {
  return (
    <select
      className="select"
      aria-label="Web API"
      value={value}
      onChange={({ target }) => {
        change(target.value as ApiFaultName);
      }}
    >
      {API_FAULTS.map((name) => (
        <option key={name} value={name}>
          {names[name]}
        </option>
      ))}
    </select>
  );
}
